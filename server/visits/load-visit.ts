import type { Knex } from 'knex';
import { loadBooking } from '../bookings/index.ts';
import { edgeRefusals } from '../edge/index.ts';
import { planVisit } from './plan-visit.ts';
import { visitRefusals } from './refusals.ts';
import { readVisit, type VisitRecord, visitsTable } from './tables.ts';

/** A visit as it stands: from its row, or, before check-in, from its booking. @throws Refusal not_found */
export async function loadVisit(db: Knex, visitId: string): Promise<VisitRecord> {
  const row = await visitsTable(db).where({ id: visitId }).first();
  if (row) return readVisit(row);
  const booking = await loadBooking(db, visitId);
  if (!booking) throw edgeRefusals.not_found();
  if (booking.state === 'cancelled' || booking.state === 'held') throw visitRefusals.visit_cancelled();
  return { state: { name: 'scheduled' }, plan: await planVisit(db, booking), version: 0, aliveAt: null };
}
