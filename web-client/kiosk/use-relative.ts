import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Relative } from '../../server/kiosk/schema.ts';
import { readRelative, signOutRelative } from '../api/kiosk.ts';
import { forgetAllBut } from '../api/queries.ts';
import { chooseLanguage } from '../language/index.ts';

export const relativeKey = ['relative'];

/** It is not asked anew by itself: each question keeps the session, and only people may do that. */
export function useRelativeQuery() {
  return useQuery({
    queryKey: relativeKey,
    queryFn: readRelative,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });
}

export const SignedInRelative = createContext<Relative | null>(null);

/** The relative before the screen; only inside the gate, which shows nothing to anybody else. */
export function useRelative(): Relative {
  const relative = useContext(SignedInRelative);
  if (!relative) throw new Error('this screen is for a relative who has signed in');
  return relative;
}

/** Leaves nothing of one relative for the next: neither what was read nor the language. */
export function useLeave(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    // What stands on the screen goes at once, whether or not the server can be told.
    queries.setQueryData(relativeKey, null);
    forgetAllBut(queries, relativeKey);
    await signOutRelative().catch(() => undefined);
    // Not before: another language asks everything anew, and the cookie would still answer.
    chooseLanguage('zh');
  };
}
