import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Live, Paused, VisitPlan, VisitState } from './visit-state.ts';

const msOf = (moment: string) => fromStoredTime(moment).toMillis();
export const msBetween = (from: string, to: string) => msOf(to) - msOf(from);
export const plusMs = (moment: string, ms: number) => toStoredTime(fromStoredTime(moment).plus(ms));

/** When check-in opens, at the earliest. */
const checkInLeadMs = 60 * 60_000;
export const checkInOpensAt = (plan: VisitPlan) => plusMs(plan.startsAt, -checkInLeadMs);
/** From here on the visitors are late (rule late_grace_minutes). */
export const visitorsLateAt = (plan: VisitPlan) => plusMs(plan.startsAt, plan.lateGraceMs);
export const opensAt = (plan: VisitPlan) => plusMs(plan.startsAt, -plan.earlyStartMs);

/** The time that the parties have had by `at`: paused time is not in it. */
export function talkedBy(state: Live | Paused, plan: VisitPlan, at: string): number {
  const running = state.name === 'live' ? Math.max(0, msBetween(state.since, at)) : 0;
  return Math.min(state.talk.talkedMs + running, plan.allowedMs + state.talk.extendedMs);
}

/** What is left at `at`, were the visit live from then on: talk time, cut by the hard end. */
export function remainingAt(state: Live | Paused, plan: VisitPlan, at: string): number {
  const talkLeft = plan.allowedMs + state.talk.extendedMs - talkedBy(state, plan, at);
  return Math.max(0, Math.min(talkLeft, msBetween(at, plan.hardEndAt)));
}

/** When a live visit ends by itself. */
export const deadlineOf = (state: Live, plan: VisitPlan) =>
  plusMs(state.since, remainingAt(state, plan, state.since));

/** The next moment at which time alone changes something; undefined when it never does. */
export function nextTimeOf(state: VisitState, plan: VisitPlan, at: string): string | undefined {
  if (state.name === 'live') {
    const deadline = deadlineOf(state, plan);
    const warnings = plan.warningMinutes
      .filter((minutes) => !state.talk.warned.includes(minutes))
      .map((minutes) => plusMs(deadline, -minutes * 60_000));
    return [...warnings, deadline].sort()[0];
  }
  if (state.name === 'paused') return plan.hardEndAt;
  if (state.name === 'ready') {
    const opens = opensAt(plan);
    return at < opens ? opens : plan.hardEndAt;
  }
  return undefined;
}
