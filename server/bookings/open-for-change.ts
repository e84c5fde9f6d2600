import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { type BookingChange, whyNotChange } from './decide-change.ts';
import { bookingRefusals } from './refusals.ts';
import { type BookingRecord, loadBooking } from './tables.ts';

/** Locks a booking that this member of staff may see and, as they saw it, change. @throws Refusal */
export async function openForChange(
  trx: Knex.Transaction,
  { id, version, change }: { id: string; version: number; change: BookingChange },
  { staff, now }: { staff: StaffPrincipal; now: DateTime },
): Promise<BookingRecord> {
  const booking = await loadBooking(trx, id, { forUpdate: true });
  if (booking === undefined || !worksWith(staff, booking.prisonId)) throw edgeRefusals.not_found();
  const refusal = whyNotChange(change, booking, { role: staff.role, now });
  if (refusal) throw refusal;
  if (booking.version !== version) throw bookingRefusals.stale_page();
  return booking;
}
