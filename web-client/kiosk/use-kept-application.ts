import { useQueryClient } from '@tanstack/react-query';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';

/** Shows what an action has made of an application; and after a refusal, how it stands by now. */
export function useKeptApplication(id: string) {
  const queries = useQueryClient();
  const queryKey = ['kiosk', 'application', id];
  return {
    onSuccess: (changed: FamilyApplication) => {
      queries.setQueryData(queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['kiosk', 'applications'] });
    },
    onError: () => void queries.invalidateQueries({ queryKey }),
  };
}
