import { outcomeOfPause, pauseReasonsOf } from './conditions.ts';
import { endVisit } from './end-visit.ts';
import type { Outcome } from './schema.ts';
import type { Happening, Live, VisitPlan, VisitState } from './visit-state.ts';
import { deadlineOf, remainingAt } from './visit-time.ts';

/** What time alone does to a visit by `at`: warnings, and the end. */
export function applyTime(
  state: VisitState,
  at: string,
  plan: VisitPlan,
): { state: VisitState; happened: Happening[] } {
  if (state.name === 'live') {
    const deadline = deadlineOf(state, plan);
    return at >= deadline ? timeUp(state, deadline, plan, 'COMPLETED_NORMALLY') : warnOfTime(state, at, plan);
  }
  if ((state.name === 'paused' || state.name === 'ready') && at >= plan.hardEndAt) {
    return timeUp(state, plan.hardEndAt, plan, outcomeOfPause(pauseReasonsOf(state.attendance)));
  }
  return { state, happened: [] };
}

function timeUp(
  state: Exclude<VisitState, { name: 'scheduled' }>,
  at: string,
  plan: VisitPlan,
  outcome: Outcome,
) {
  return {
    state: endVisit(state, plan, { at, outcome }),
    happened: [{ kind: 'time_used_up', at, side: null, by: null, facts: { outcome } } satisfies Happening],
  };
}

function warnOfTime(state: Live, at: string, plan: VisitPlan): { state: VisitState; happened: Happening[] } {
  const left = remainingAt(state, plan, at);
  const due = plan.warningMinutes.filter(
    (minutes) => left <= minutes * 60_000 && !state.talk.warned.includes(minutes),
  );
  if (due.length === 0) return { state, happened: [] };
  return {
    state: { ...state, talk: { ...state.talk, warned: [...state.talk.warned, ...due] } },
    // After a long pause several can be due at once: the parties hear the one that is true.
    happened: [{ kind: 'time_warning', at, side: null, by: null, facts: { minutes: Math.min(...due) } }],
  };
}
