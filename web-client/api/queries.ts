import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { onLanguageChosen } from '../language/current-language.ts';
import { ProblemError } from './problem.ts';

/** One store of answers for a client. A session that has ended, or a device that was revoked, is asked who it is at once. */
export function newQueries(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ProblemError && error.code === 'not_signed_in') {
      void queries.invalidateQueries({ queryKey: ['session'] });
      void queries.invalidateQueries({ queryKey: ['station'] });
      void queries.invalidateQueries({ queryKey: ['relative'] });
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // A refusal stays a refusal; only a line that broke is worth another try.
        retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
        // Others decide at the same time: a page that is opened asks again, and shows what it knew meanwhile.
        staleTime: 0,
      },
      mutations: { retry: false },
    },
  });
  // Reasons of actions come from the server in the language of the request.
  onLanguageChosen(() => void queries.invalidateQueries());
  return queries;
}

/** Throws away what an earlier user of this browser has read. */
export function forgetAllBut(queries: QueryClient, [kept]: readonly string[]): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept });
}
