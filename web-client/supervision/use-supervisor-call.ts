import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { joinAsSupervisor, type VisitCall } from '../call/index.ts';
import { useLanguage } from '../language/index.ts';
import { visitKey } from '../visits/use-visit.ts';

/** Joins while the screen is shown. After each change of the visit its page (timeline, actions) is read anew. */
export function useSupervisorCall(visitId: string): VisitCall | null {
  const queries = useQueryClient();
  const language = useLanguage();
  const [joinedIn] = useState(language);
  const [call, setCall] = useState<VisitCall | null>(null);
  useEffect(() => {
    const joined = joinAsSupervisor(visitId, joinedIn);
    let version = -1;
    const unfollow = joined.state.subscribe(() => {
      const seen = joined.state.get().snapshot?.version ?? version;
      if (seen === version) return;
      version = seen;
      void queries.invalidateQueries({ queryKey: visitKey(visitId) });
    });
    setCall(joined);
    return () => {
      unfollow();
      joined.leave();
    };
  }, [visitId, joinedIn, queries]);
  return call;
}
