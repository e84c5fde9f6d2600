import {
  type AllowedAction,
  edgeRefusals,
  type Language,
  type StaffPrincipal,
  toAllowedAction,
} from '../edge/index.ts';
import { type CheckInRefusalCode, decideCheckIn } from './decide-check-in.ts';
import { nextState } from './next-state.ts';
import { officerFor } from './officers.ts';
import { refusalOf } from './refusals.ts';
import { closingOutcomes, type VisitActions } from './schema.ts';
import type { VisitNow } from './snapshot.ts';
import type { Officer, VisitEvent, VisitRefusalCode } from './visit-state.ts';

/** What this member of staff may do with a visit now: asked of the very function that would do it. */
export function allowedActions(
  principal: StaffPrincipal,
  visit: VisitNow,
  at: string,
  language: Language,
): VisitActions {
  const { state, plan } = visit;
  const officer = officerFor(principal, plan.prisonId);
  const forOfficer = (decide: (by: Officer) => CheckInRefusalCode | undefined): AllowedAction => {
    if (!officer) return toAllowedAction(edgeRefusals.not_permitted(), language);
    const code = decide(officer);
    return toAllowedAction(code && refusalOf(code, plan), language);
  };
  const wouldRefuse = (event: VisitEvent): VisitRefusalCode | undefined =>
    nextState(state, event, visit).refused;
  const asEvent = (make: (by: Officer) => VisitEvent) => forOfficer((by) => wouldRefuse(make(by)));

  return {
    supervise: forOfficer(() => {
      if (state.name === 'ended') return 'visit_ended';
      return state.name === 'scheduled' ? 'not_checked_in' : undefined;
    }),
    warn: asEvent((by) => ({ type: 'warn', at, by, warning: 'keep_order' })),
    pause: asEvent((by) => ({ type: 'pause', at, by })),
    resume: asEvent((by) => ({ type: 'resume', at, by })),
    extend: asEvent((by) => ({ type: 'extend', at, by, note: '-' })),
    stop: asEvent((by) => ({ type: 'stop', at, by, reason: null, note: '' })),
    finish: asEvent((by) => ({ type: 'finish', at, by, outcome: 'VISITOR_COMPLETED_EARLY', note: '' })),
    completeStopReason: asEvent((by) => ({
      type: 'complete_stop_reason',
      at,
      by,
      reason: 'disorder',
      note: '',
    })),
    closeWithoutVisit: forOfficer((by) => {
      const refused = closingOutcomes.map((outcome) =>
        wouldRefuse({ type: 'close_without_visit', at, by, outcome, note: '' }),
      );
      return refused.includes(undefined) ? undefined : refused[0];
    }),
    checkInVisitors: forOfficer((by) =>
      by.role === 'district_officer' ? decideCheckIn('district', state, plan, at) : 'not_yours_to_say',
    ),
    confirmPrisoner: forOfficer((by) =>
      by.side === 'prison' ? decideCheckIn('prison', state, plan, at) : 'not_yours_to_say',
    ),
    turnKeyBack: asEvent((by) => ({ type: 'key_turned_back', at, by, reason: 'mistake' })),
  };
}
