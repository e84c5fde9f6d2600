import type { Knex } from 'knex';
import type { SlotTime } from '../calendar/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';

/** A visit that failed by no fault of the family and has not been made up for. */
export type MakeupOwed = {
  bookingId: string;
  number: string;
  startsAt: string;
  /** The last day on which it is made up for: later, a visit is one like any other. */
  until: string;
};

/** What a booking at this time makes up for; undefined if it is an ordinary visit. Rule 22. */
export function makeupAt(slot: SlotTime, owed: MakeupOwed | undefined): MakeupOwed | undefined {
  return owed !== undefined && dayOf(slot.startsAt) <= owed.until ? owed : undefined;
}

/** What a visit that is booked makes up for, whatever has become of the days since. */
export function makeupAsBooked({
  makeup_of: bookingId,
  starts_at: startsAt,
}: {
  makeup_of: string | null;
  starts_at: string;
}): MakeupOwed | undefined {
  if (bookingId === null) return undefined;
  return { bookingId, number: '', startsAt, until: dayOf(fromStoredTime(startsAt)) };
}

type FailedRow = { id: string; number: string; starts_at: string; makeup_until: string };

/**
 * The failed visit of an application that has no make-up yet, whether or not its days are over. With `moving`, one that this
 * booking itself makes up for counts as open.
 */
export async function findMakeupOwed(
  db: Knex,
  applicationId: string,
  moving: string | undefined,
): Promise<MakeupOwed | undefined> {
  const row: FailedRow | undefined = await failedWithoutMakeup(db, moving)
    .where('failed.application_id', applicationId)
    .orderBy('failed.makeup_until', 'desc')
    .first('failed.id', 'failed.number', 'failed.starts_at', 'failed.makeup_until');
  return row && { bookingId: row.id, number: row.number, startsAt: row.starts_at, until: row.makeup_until };
}

/** Failed visits that no booking makes up for, but for the one that would give up its place. */
export function failedWithoutMakeup(db: Knex, moving?: string): Knex.QueryBuilder {
  return db({ failed: 'bookings' })
    .leftJoin({ makeup: 'bookings' }, 'makeup.makeup_claim', 'failed.id')
    .whereNotNull('failed.makeup_until')
    .where((query) => {
      query.whereNull('makeup.id');
      if (moving !== undefined) query.orWhere('makeup.id', moving);
    });
}
