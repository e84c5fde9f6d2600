import { useQueryClient } from '@tanstack/react-query';
import type { QuotaOfPrisoner } from '../../server/quota/schema.ts';

/** Sends a change and shows what came of it; where somebody was faster, the page shows how it stands now. */
export function useQuotaChanged(): (send: () => Promise<QuotaOfPrisoner>) => Promise<void> {
  const queries = useQueryClient();
  return async (send) => {
    try {
      await send();
    } finally {
      // A correction can reach two months, and what it makes too many is flagged on its own page.
      for (const key of ['quota', 'booking', 'bookings', 'slots'])
        void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
