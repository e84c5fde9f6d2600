import type { Side } from './schema.ts';
import type { VisitPlan, VisitRefusalCode, VisitState } from './visit-state.ts';
import { checkInOpensAt, visitorsLateAt } from './visit-time.ts';

export type CheckInRefusalCode = VisitRefusalCode | 'too_early' | 'too_late';

/**
 * Whether a side may do its part of check-in at this moment: from an hour before the visit; the visitors until the grace
 * of rule late_grace_minutes is over, the prisoner, whom the prison brings, until the hard end.
 */
export function decideCheckIn(
  side: Side,
  state: VisitState,
  plan: VisitPlan,
  at: string,
): CheckInRefusalCode | undefined {
  if (state.name === 'ended') return 'visit_ended';
  if (state.name !== 'scheduled' && (state.name !== 'checked_in' || state.keys[side])) {
    return 'key_already_turned';
  }
  if (at < checkInOpensAt(plan)) return 'too_early';
  const until = side === 'district' ? visitorsLateAt(plan) : plan.hardEndAt;
  return at > until ? 'too_late' : undefined;
}
