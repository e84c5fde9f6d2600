import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { calendarBetween } from '../calendar/index.ts';
import { type KeptDecision, keepDecision } from '../decisions/index.ts';
import type { Rules } from '../rules/index.ts';
import { type BookingStep, boundValues, type KeptBookingFacts } from './booking-decision-kind.ts';
import type { BookingDecision, BookingFacts, BookingRules } from './decide-booking.ts';

export type MadeBookingDecision = {
  bookingId: string;
  step: BookingStep;
  wanted: { startsAt: DateTime };
  decided: Extract<BookingDecision, { book: unknown }>['book'];
  facts: BookingFacts;
  values: BookingRules;
  rules: Rules;
  now: DateTime;
};

/** Keeps what a booking was decided by, so that an auditor can decide it again. */
export function keepBookingDecision(trx: Knex.Transaction, made: MadeBookingDecision): Promise<KeptDecision> {
  const { bookingId, step, wanted, decided, facts, values, rules, now } = made;
  const calendar = calendarBetween(facts.calendar, { from: now, until: decided.occupiedUntil });
  const kept: KeptBookingFacts = {
    startsAt: wanted.startsAt,
    facts: { ...facts, calendar },
    bound: boundValues(values, rules),
  };
  const answer: BookingDecision = { book: decided };
  return keepDecision(trx, {
    subject: { kind: 'booking', id: bookingId },
    step,
    at: now,
    facts: kept,
    rules,
    answer,
  });
}
