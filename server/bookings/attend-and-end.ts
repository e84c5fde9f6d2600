import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf, fromStoredTime } from '../clock.ts';
import type { Text } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, LedgerActor, RuleUsed } from '../ledger/index.ts';
import { addNotices } from '../notices/index.ts';
import { loadPrisoner, type PrisonerRow } from '../people/index.ts';
import {
  differencesAsFacts,
  endingOf,
  monthOf,
  type QuotaCause,
  usesQuota,
  watchQuota,
} from '../quota/index.ts';
import type { Ending } from '../quota/schema.ts';
import { loadRules, type Rules } from '../rules/index.ts';
import type { Outcome } from '../visits/ending-codes.ts';
import { releaseSubjects } from './occupancies.ts';
import { type BookingRecord, type BookingRow, bookingsTable, loadBooking } from './tables.ts';

/** Check-in has begun: the booking can no longer be moved or cancelled. The caller holds it and writes the ledger entry. */
export async function markAttended(
  trx: Knex.Transaction,
  booking: Pick<BookingRecord, 'id' | 'version'>,
): Promise<void> {
  await bookingsTable(trx)
    .where({ id: booking.id, state: 'booked' })
    .update({ state: 'attended', version: booking.version + 1 });
}

export type VisitEnd = {
  outcome: Outcome;
  /** Whether the family ever had the prisoner before them. */
  wasLive: boolean;
  by: Pick<LedgerActor, 'kind' | 'id'>;
};

/** What has become of a booking, for the ledger entry: and which rules said so. */
export type Closed = { facts: JsonObject; rules: RuleUsed[] };

/**
 * The visit is over: its people, room and terminal are free, and the quota has it back or not, as it came out and the rules
 * of its day say. The caller writes the ledger entry. Locks the prisoner.
 */
export async function endBooking(
  trx: Knex.Transaction,
  foundation: Foundation,
  id: string,
  { outcome, wasLive, by }: VisitEnd,
): Promise<Closed> {
  const seen = await loadBooking(trx, id);
  const prisoner = seen && (await loadPrisoner(trx, seen.prisonerId, { forUpdate: true }));
  const booking = await loadBooking(trx, id, { forUpdate: true });
  if (prisoner === undefined || booking === undefined) throw new Error(`there is no booking ${id} to end`);
  if (booking.state !== 'booked' && booking.state !== 'attended') return { facts: {}, rules: [] };
  const ending = endingOf({ outcome, wasLive });
  const closed = await closeBooking(trx, foundation, booking, {
    prisoner,
    ending,
    cause: 'visit_ended',
    by,
    columns: { state: 'ended' },
  });
  await releaseSubjects(trx, id);
  if (outcome === 'VISITOR_DID_NOT_ARRIVE') {
    const about = { to: 'everyone', prisonId: booking.prisonId, bookingId: id } as const;
    await addNotices(trx, foundation, { ...about, kind: 'visit_forfeited', facts: {} });
  }
  return closed;
}

type Closing = {
  /** Locked by the caller. */
  prisoner: Pick<PrisonerRow, 'grade' | 'category'>;
  ending: Ending;
  cause: QuotaCause;
  by: VisitEnd['by'];
  columns: Partial<BookingRow>;
};

/** Writes how a booking came out, what that does to the quota, and until when it is made up for. */
export async function closeBooking(
  trx: Knex.Transaction,
  foundation: Foundation,
  booking: BookingRecord,
  { prisoner: { grade, category }, ending, cause, by, columns }: Closing,
): Promise<Closed> {
  const { id, prisonId, prisonerId } = booking;
  const now = foundation.clock.now();
  const at = fromStoredTime(booking.startsAt);
  const rules = await loadRules(trx, { at, prisonId, grade, category });
  // Asked for only where it decides: the entry names what decided.
  const noShowCounts = ending === 'forfeited' && rules.get('no_show_counts_to_quota');
  const counts = usesQuota(ending, { noShowCounts });
  const makeupUntil = ending === 'failed' ? lastDayOfMakeup(at, rules) : null;
  const quota = await watchQuota(trx, { prisonerId, months: [monthOf(at)], now });
  await bookingsTable(trx)
    .where({ id })
    .update({
      ...columns,
      ending,
      given_back: !counts,
      live_application_id: null,
      makeup_until: makeupUntil,
      // A make-up that failed is itself made up for; one that fell through otherwise leaves the first open again.
      ...(counts || ending === 'failed' ? {} : { makeup_claim: null }),
      version: trx.raw('version + 1'),
    });
  const differences = await quota.record({ cause, by, referenceId: id });
  if (makeupUntil !== null) {
    await addNotices(trx, foundation, {
      kind: 'makeup_offered',
      to: 'applicant',
      prisonId,
      bookingId: id,
      facts: {
        missed: booking.number,
        until: makeupUntil,
        counting: countingTexts[rules.get('makeup_outside_quota') ? 'outside' : 'inside'],
      },
    });
  }
  return {
    facts: {
      ending,
      countsToQuota: counts,
      ...(makeupUntil ? { makeupUntil } : {}),
      ...(booking.makeupOf ? { makeupOf: booking.makeupOf } : {}),
      ...(differences.length > 0 ? { quota: differencesAsFacts(differences) } : {}),
    },
    rules: rules.used(),
  };
}

const countingTexts = {
  outside: { zh: '不计入当月次数', en: 'does not count for the month' },
  inside: { zh: '计入当月次数', en: 'counts for the month' },
} satisfies Record<string, Text>;

/** Rule 22: so many days after the day of the visit that failed, which does not count itself. */
const lastDayOfMakeup = (at: DateTime, rules: Rules) =>
  dayOf(at.plus({ days: rules.get('makeup_within_days') }));
