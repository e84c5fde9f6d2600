import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { applicationStates } from '../../server/applications/schema.ts';

const filterInAddress = z.object({
  state: z.enum([...applicationStates, 'open', 'any']).catch('open'),
  prisonId: z.string().optional(),
  search: z.string().optional(),
  overdue: z.literal('true').optional().catch(undefined),
});
type FilterInAddress = z.infer<typeof filterInAddress>;

export type ApplicationFilter = {
  state?: Exclude<FilterInAddress['state'], 'any'>;
  prisonId?: string;
  search?: string;
  overdue?: true;
};

/** The filter is part of the address, so that going back finds the same list. */
export function useApplicationFilter(): [ApplicationFilter, (filter: ApplicationFilter) => void] {
  const [params, setParams] = useSearchParams();
  const { state, overdue, ...rest } = filterInAddress.parse(Object.fromEntries(params));
  const filter: ApplicationFilter = { ...rest };
  if (state !== 'any') filter.state = state;
  if (overdue) filter.overdue = true;
  const setFilter = ({ state: next = undefined, ...others }: ApplicationFilter) => {
    const given = Object.entries({ state: next ?? 'any', ...others }).filter(([, value]) => value);
    setParams(new URLSearchParams(given.map(([name, value]) => [name, String(value)])), { replace: true });
  };
  return [filter, setFilter];
}
