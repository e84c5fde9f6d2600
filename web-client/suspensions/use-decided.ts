import { useQueryClient } from '@tanstack/react-query';
import type { Suspension } from '../../server/suspensions/schema.ts';

/** Sends a decision and shows what came of it; where somebody was faster, the page shows how it stands now. */
export function useDecided(id: string): (decide: () => Promise<Suspension>) => Promise<void> {
  const queries = useQueryClient();
  return async (decide) => {
    try {
      queries.setQueryData(['suspension', id], await decide());
      void queries.invalidateQueries({ queryKey: ['suspensions'] });
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['suspension', id] });
      throw error;
    }
  };
}
