import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { Language, Refusal, StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { CalendarOfPrison } from './calendar-of-prison.ts';
import { type MakePlan, prisonIds } from './plan.ts';
import type { CalendarPreview } from './schema.ts';

/** What is asked of the bookings: which of those to come fit the calendar as it is, and not as it would be. */
export type CalendarQuestion = {
  from: DateTime;
  prisonIds: readonly string[];
  after(calendar: CalendarOfPrison): CalendarOfPrison;
};

export type TouchedBooking = Omit<CalendarPreview['touched'][number], 'reason'> & { reason: Refusal };
export type FindTouchedBookings = (
  db: Knex,
  question: CalendarQuestion,
) => Promise<{ lookedAt: number; touched: TouchedBooking[] }>;

/** Which booked visits a change would touch; nothing is changed. Refused as the change itself would be. @throws Refusal */
export async function previewPlan(
  { db, clock }: Foundation,
  staff: StaffPrincipal,
  makePlan: MakePlan,
  { findTouchedBookings, language }: { findTouchedBookings: FindTouchedBookings; language: Language },
): Promise<CalendarPreview> {
  const now = clock.now();
  const { prisonId, after } = await makePlan(db, { staff, now });
  const { lookedAt, touched } = await findTouchedBookings(db, {
    from: now,
    prisonIds: prisonId === null ? await prisonIds(db) : [prisonId],
    after,
  });
  return {
    lookedAt,
    touched: touched.map(({ reason, ...booking }) => ({
      ...booking,
      reason: { code: reason.code, text: reason.say(language) },
    })),
  };
}
