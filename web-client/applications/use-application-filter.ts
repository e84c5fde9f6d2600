import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { applicationStates } from '../../server/applications/schema.ts';

/** What only some applications are. */
export const marks = ['overdue', 'dueToday', 'unanswered', 'halfDone'] as const;
export type Mark = (typeof marks)[number];

const marked = z.literal('true').optional().catch(undefined);
const filterInAddress = z.object({
  state: z.enum([...applicationStates, 'open', 'supplement', 'any']).catch('open'),
  prisonId: z.string().optional(),
  search: z.string().optional(),
  overdue: marked,
  dueToday: marked,
  unanswered: marked,
  halfDone: marked,
});
type FilterInAddress = z.infer<typeof filterInAddress>;

export type ApplicationFilter = {
  state?: Exclude<FilterInAddress['state'], 'any'>;
  prisonId?: string;
  search?: string;
} & { [M in Mark]?: true };

/** The filter is part of the address, so that going back finds the same list. */
export function useApplicationFilter(): [ApplicationFilter, (filter: ApplicationFilter) => void] {
  const [params, setParams] = useSearchParams();
  const { state, prisonId, search, ...given } = filterInAddress.parse(Object.fromEntries(params));
  const filter: ApplicationFilter = { prisonId, search };
  if (state !== 'any') filter.state = state;
  for (const mark of marks) if (given[mark]) filter[mark] = true;
  const setFilter = ({ state: next = undefined, ...others }: ApplicationFilter) => {
    const given = Object.entries({ state: next ?? 'any', ...others }).filter(([, value]) => value);
    setParams(new URLSearchParams(given.map(([name, value]) => [name, String(value)])), { replace: true });
  };
  return [filter, setFilter];
}
