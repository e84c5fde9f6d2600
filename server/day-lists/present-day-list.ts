import type { Knex } from 'knex';
import { staffNames } from '../accounts/index.ts';
import { type BookingDetails, loadBookingDetails } from '../bookings/index.ts';
import { toStoredTime } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type StaffPrincipal,
  toAllowedAction,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { personNameFor } from '../people/index.ts';
import { listStateOf, whyNotAcknowledge } from './decide-standing.ts';
import { acknowledgeByOf, dayOf, type ListedVisit, loadListed } from './load-standings.ts';
import type { DayList, DayListVisit } from './schema.ts';
import { acknowledgedBookingsTable, acknowledgementsTable } from './tables.ts';

type Named = { id: string; name_zh: string; name_en: string };
const named = ({ id, name_zh: zh, name_en: en }: Named) => ({ id, name: { zh, en } });

export type DayListWanted = { prisonId: string; day: string; wardId?: string | undefined };

/** The list of one day for somebody who works with its prison. @throws Refusal */
export async function presentDayList(
  { db, clock }: Foundation,
  { prisonId, day, wardId }: DayListWanted,
  { staff, language }: { staff: StaffPrincipal; language: Language },
): Promise<DayList> {
  const prison: Named | undefined = await db('prisons').where({ id: prisonId }).first();
  if (prison === undefined || !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
  const wards: Named[] = await db('wards').where({ prison_id: prisonId });
  const ward = wards.find(({ id }) => id === wardId);
  if (wardId !== undefined && ward === undefined) throw edgeRefusals.not_found();

  const now = clock.now();
  const all = await loadListed(db, { from: day, to: day, prisonId });
  const listed = ward === undefined ? all : all.filter((visit) => visit.wardId === ward.id);
  const standings = listed.map(({ standing }) => standing);
  const acknowledgeBy = await acknowledgeByOf(db, { prisonId, day, now });
  const acknowledgements = await loadAcknowledgements(db, { prisonId, day }, wards);
  const today = dayOf(toStoredTime(now));
  return {
    prison: named(prison),
    day,
    ward: ward === undefined ? null : named(ward),
    state: listStateOf(standings, { acknowledgeBy, now }),
    acknowledgeBy: toStoredTime(acknowledgeBy),
    visits: await presentVisits(db, listed, { wards, staff }),
    acknowledgements,
    actions: {
      acknowledge: toAllowedAction(whyNotAcknowledge(staff.role, { standings, day, today }), language),
    },
  };
}

async function presentVisits(
  db: Knex,
  listed: readonly ListedVisit[],
  { wards, staff }: { wards: readonly Named[]; staff: StaffPrincipal },
): Promise<DayListVisit[]> {
  const details = await detailsOf(db, listed);
  const personName = personNameFor(staff.role);
  return listed.flatMap(({ bookingId, version, standing, wardId }) => {
    const booking = details.get(bookingId);
    const ward = wards.find(({ id }) => id === wardId);
    if (booking === undefined || ward === undefined) return [];
    const { number, kind, state, startsAt, endsAt, prisoner, terminal, terms, visitors } = booking;
    return [
      {
        bookingId,
        version,
        number,
        kind,
        state,
        standing,
        startsAt,
        endsAt,
        prisoner: { ...prisoner, name: personName(prisoner.name) },
        ward: named(ward),
        terminal,
        terms,
        visitors: visitors.length,
      },
    ];
  });
}

async function detailsOf(db: Knex, listed: readonly ListedVisit[]): Promise<Map<string, BookingDetails>> {
  const ids = listed.map(({ bookingId }) => bookingId);
  const found = ids.length === 0 ? [] : await loadBookingDetails(db, { ids });
  return new Map(found.map((booking) => [booking.id, booking]));
}

async function loadAcknowledgements(
  db: Knex,
  { prisonId, day }: { prisonId: string; day: string },
  wards: readonly Named[],
): Promise<DayList['acknowledgements']> {
  const rows = await acknowledgementsTable(db)
    .where({ prison_id: prisonId, day })
    .orderBy('acknowledged_at', 'desc')
    .orderBy('id', 'desc');
  const ids = rows.map(({ id }) => id);
  const bookings = await acknowledgedBookingsTable(db).whereIn('acknowledgement_id', ids);
  const names = await staffNames(
    db,
    rows.map((row) => row.acknowledged_by),
  );
  return rows.map((row) => {
    const ward = wards.find(({ id }) => id === row.ward_id);
    return {
      by: names.get(row.acknowledged_by) ?? '',
      at: row.acknowledged_at,
      ward: ward === undefined ? null : named(ward).name,
      visits: bookings.filter((one) => one.acknowledgement_id === row.id).length,
    };
  });
}
