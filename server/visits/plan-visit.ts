import type { Knex } from 'knex';
import type { BookingRecord } from '../bookings/index.ts';
import { fromStoredTime } from '../clock.ts';
import { loadPrisoner } from '../people/index.ts';
import { loadRules } from '../rules/index.ts';
import type { VisitPlan } from './visit-state.ts';
import { msBetween } from './visit-time.ts';

const minute = 60_000;

/** What a booking and the rules in force at its time make of a visit. */
export async function planVisit(db: Knex, booking: BookingRecord): Promise<VisitPlan> {
  const prisoner = await loadPrisoner(db, booking.prisonerId);
  const rules = await loadRules(db, {
    at: fromStoredTime(booking.startsAt),
    prisonId: booking.prisonId,
    grade: prisoner?.grade,
    category: prisoner?.category,
  });
  return {
    visitId: booking.id,
    applicationId: booking.applicationId,
    prisonId: booking.prisonId,
    prisonerId: booking.prisonerId,
    visitRoomId: booking.visitRoomId,
    terminalId: booking.terminalId,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    hardEndAt: booking.occupiedUntil,
    // The duration was fixed by the rule when the slot was given, and its version is kept with the booking.
    allowedMs: msBetween(booking.startsAt, booking.endsAt),
    extensionMs: rules.get('extension_minutes') * minute,
    earlyStartMs: rules.get('early_start_minutes') * minute,
    lateGraceMs: rules.get('late_grace_minutes') * minute,
    warningMinutes: rules.get('warning_minutes'),
    rules: rules.used(),
  };
}
