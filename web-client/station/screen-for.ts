import type { VisitStateName } from '../../server/visits/schema.ts';

/** What a device shows while a visit is in this state. From the first check-in on people see themselves. */
export function screenFor(state: VisitStateName): 'waiting' | 'visit' {
  return state === 'scheduled' || state === 'ended' ? 'waiting' : 'visit';
}
