import { applyTime } from './apply-time.ts';
import { effectsOf } from './effects.ts';
import { settle } from './settle.ts';
import { takeStep } from './take-step.ts';
import type { Circumstances, Transition, VisitEvent, VisitState } from './visit-state.ts';

/**
 * The one place where a visit's state changes: from a state, an event and what holds round it, to the next state, what
 * is written of it, and what is to be done once that is committed.
 *
 * Time comes first: what the clock would have done by the moment of the event is done before the event. After the event
 * the visit goes live, or pauses, as its conditions say.
 */
export function nextState(state: VisitState, event: VisitEvent, circumstances: Circumstances): Transition {
  const time = (from: VisitState) => applyTime(from, event.at, circumstances.plan);
  const nothing = (from: VisitState) => ({ state: from, happened: [] });
  // After a crash the clock stood still at the last sign of life: the step takes care of that, and time goes on from there.
  const [before, after] = event.type === 'recovered' ? [nothing, time] : [time, nothing];
  const timed = before(state);
  const stepped = takeStep(timed.state, event, circumstances);
  const caughtUp = after(stepped.state);
  const settled = settle(caughtUp.state, event.at, circumstances);
  const happened = [...timed.happened, ...stepped.happened, ...caughtUp.happened, ...settled.happened];
  return {
    state: settled.state,
    happened,
    effects: effectsOf(state, settled.state, happened),
    ...(stepped.refused ? { refused: stepped.refused } : {}),
  };
}
