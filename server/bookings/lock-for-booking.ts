import type { Knex } from 'knex';
import { type ApprovedApplication, loadApprovedApplication } from '../applications/index.ts';
import { lockVisitors } from '../people/index.ts';

/**
 * Loads an approved application so that two bookings of it, or two bookings of its prisoner, come one after the other: the
 * monthly quota is counted, and what bars the prisoner is asked, under the prisoner's lock; whether a visitor is suspended,
 * under the visitors'.
 * Everyone locks in the order application, prisoner, visitors, booking, sessions of the calendar, series of numbers,
 * occupancies, ledger book.
 */
export async function lockForBooking(
  trx: Knex.Transaction,
  applicationId: string,
): Promise<ApprovedApplication> {
  const application = await loadApprovedApplication(trx, applicationId, { forUpdate: true });
  await lockVisitors(trx, application.visitorIds);
  return application;
}
