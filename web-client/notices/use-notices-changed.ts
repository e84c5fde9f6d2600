import { useQueryClient } from '@tanstack/react-query';

/** What shows notices and text messages is read again. */
export function useNoticesChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ['notices', 'transfers', 'desk'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
}
