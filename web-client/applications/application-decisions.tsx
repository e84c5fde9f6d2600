import { useQuery } from '@tanstack/react-query';
import { readDecisions } from '../api/applications.ts';
import { DecisionList } from '../decisions/decision-list.tsx';
import { Loaded } from '../shell/loaded.tsx';

/** Asked for anew when the application has gone on. */
export function ApplicationDecisions({ application }: { application: { id: string; version: number } }) {
  const { id, version } = application;
  const query = useQuery({
    queryKey: ['application-decisions', id, version],
    queryFn: () => readDecisions(id),
  });
  return <Loaded query={query}>{(decisions) => <DecisionList decisions={decisions} />}</Loaded>;
}
