import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import { sessionsTable } from './tables.ts';

/**
 * What a booking holds before it reads the calendar of the day that it is for. Shared with other bookings, so that nobody
 * ends a session or closes anything meanwhile; alone where a session takes a number of visits only: who then counts them has
 * counted all. Taken after the booking, before the series of numbers.
 */
export async function holdCalendar(
  trx: Knex.Transaction,
  prisonId: string,
  startsAt: DateTime,
): Promise<void> {
  const date = dayOf(startsAt);
  const ofDay = () =>
    sessionsTable(trx)
      .where({ prison_id: prisonId })
      .where('valid_from', '<=', date)
      .where((held) => held.whereNull('valid_to').orWhere('valid_to', '>=', date))
      .orderBy('id');
  const counted = await ofDay().whereNotNull('capacity').first('id');
  if (counted === undefined) {
    const held = await ofDay().forShare().select('capacity');
    // One that counts may have been added just now.
    if (held.every(({ capacity }) => capacity === null)) return;
  }
  await ofDay().forUpdate().select('id');
}

/**
 * What a change of the calendar holds: no booking is being made meanwhile, and no other change. The sessions before the
 * prisons, as a booking takes them.
 */
export async function holdCalendarToChange(trx: Knex.Transaction): Promise<void> {
  await trx('session_templates').orderBy('id').forUpdate().select('id');
  await trx('prisons').orderBy('id').forUpdate().select('id');
}
