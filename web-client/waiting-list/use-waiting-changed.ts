import { useQueryClient } from '@tanstack/react-query';

/** Whatever depends on who waits and on what is held is asked anew. */
export function useWaitingChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['waiting'], ['slots'], ['bookings']])
      void queries.invalidateQueries({ queryKey });
  };
}
