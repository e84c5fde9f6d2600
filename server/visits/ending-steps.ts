import { closingSayers } from './codes.ts';
import { endVisit } from './end-visit.ts';
import { acted, type EventOf, refuse, type Step } from './step.ts';
import type { Circumstances, Stop, VisitState } from './visit-state.ts';
import { visitorsLateAt } from './visit-time.ts';

/** Either body, at once, without asking the other; the reason may follow. */
export function stop(
  state: VisitState,
  { at, by, reason, note }: EventOf<'stop'>,
  { plan }: Circumstances,
): Step {
  if (state.name === 'ended') return refuse(state, 'visit_ended');
  if (state.name === 'scheduled') return refuse(state, 'not_checked_in');
  const stopped: Stop = { side: by.side, by: by.id, reason, note };
  return {
    state: endVisit(state, plan, { at, outcome: 'TERMINATED_BY_STAFF', stop: stopped }),
    happened: [acted('stopped', at, by, { reason, outcome: 'TERMINATED_BY_STAFF' }, note)],
  };
}

/** The body that stopped says why. */
export function completeStopReason(
  state: VisitState,
  { at, by, reason, note }: EventOf<'complete_stop_reason'>,
): Step {
  if (state.name !== 'ended' || !state.stop) return refuse(state, 'not_stopped');
  if (state.stop.side !== by.side) return refuse(state, 'not_yours_to_say');
  if (state.stop.reason !== null) return refuse(state, 'reason_already_given');
  return {
    state: { ...state, stop: { ...state.stop, reason, note } },
    happened: [acted('stop_reason_completed', at, by, { reason }, note)],
  };
}

export function finish(
  state: VisitState,
  { at, by, outcome, note }: EventOf<'finish'>,
  { plan }: Circumstances,
): Step {
  if (state.name === 'ended') return refuse(state, 'visit_ended');
  if (state.name !== 'live' && state.name !== 'paused') return refuse(state, 'not_yet_live');
  return {
    state: endVisit(state, plan, { at, outcome }),
    happened: [acted('finished', at, by, { outcome }, note)],
  };
}

/** Closes a visit that never went live, by the word of staff. */
export function closeWithoutVisit(
  state: VisitState,
  { at, by, outcome, note }: EventOf<'close_without_visit'>,
  { plan }: Circumstances,
): Step {
  if (state.name === 'ended') return refuse(state, 'visit_ended');
  if (state.name === 'live' || state.name === 'paused') return refuse(state, 'was_live');
  if (!closingSayers[outcome].includes(by.side)) return refuse(state, 'not_yours_to_say');
  // Late is not absent: the grace of the rule has to be over first.
  if (outcome === 'VISITOR_DID_NOT_ARRIVE' && at < visitorsLateAt(plan)) {
    return refuse(state, 'too_early_to_close');
  }
  const ended = endVisit(state, plan, { at, outcome });
  return {
    state: ended,
    happened: [acted('closed_without_visit', at, by, { outcome, forfeited: ended.forfeited }, note)],
  };
}
