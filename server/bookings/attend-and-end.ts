import type { Knex } from 'knex';
import { releaseSubjects } from './occupancies.ts';
import { type BookingRecord, bookingsTable } from './tables.ts';

/** Check-in has begun: the booking can no longer be moved or cancelled. The caller holds it and writes the ledger entry. */
export async function markAttended(
  trx: Knex.Transaction,
  booking: Pick<BookingRecord, 'id' | 'version'>,
): Promise<void> {
  await bookingsTable(trx)
    .where({ id: booking.id, state: 'booked' })
    .update({ state: 'attended', version: booking.version + 1 });
}

/**
 * The visit is over: its people, room and terminal are free. With `giveBack` (a fault, a no-show that does not count) the
 * quota has the visit back and the application can be booked anew. The caller writes the ledger entry.
 */
export async function endBooking(
  trx: Knex.Transaction,
  id: string,
  { giveBack = false }: { giveBack?: boolean } = {},
): Promise<void> {
  await bookingsTable(trx)
    .where({ id })
    .whereIn('state', ['booked', 'attended'])
    .update({
      state: 'ended',
      given_back: giveBack,
      live_application_id: null,
      version: trx.raw('version + 1'),
    });
  await releaseSubjects(trx, id);
}
