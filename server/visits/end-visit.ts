import { forfeitingOutcomes, type Outcome } from './schema.ts';
import type { Attended, Ended, Stop, VisitPlan, VisitState } from './visit-state.ts';
import { talkedBy } from './visit-time.ts';

type Ending = { at: string; outcome: Outcome; stop?: Stop };

/** The last state. Nothing leads out of it; only a missing reason of a stop may still be added. */
export function endVisit(
  state: Attended | Ended | Extract<VisitState, { name: 'scheduled' }>,
  plan: VisitPlan,
  { at, outcome, stop }: Ending,
): Ended {
  return {
    name: 'ended',
    keys: 'keys' in state ? state.keys : {},
    at,
    outcome,
    talkedMs: state.name === 'live' || state.name === 'paused' ? talkedBy(state, plan, at) : null,
    forfeited: forfeitingOutcomes.includes(outcome),
    stop: stop ?? null,
  };
}
