import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import type { RelationshipCode } from '../people/schema.ts';
import type { VisitTerms } from '../reviews/conditions.ts';
import { loadVisitTerms } from '../reviews/index.ts';
import type { Booking, BookingState } from './schema.ts';
import type { BookingRow } from './tables.ts';

/** A booking with the names of all that it joins; what may be done to it depends on who asks. */
export type BookingDetails = Omit<Booking, 'actions' | 'attention' | 'reviews'>;

type NamesOf<Prefix extends string> = Record<`${Prefix}_name_zh` | `${Prefix}_name_en`, string>;
type DetailsRow = BookingRow & {
  application_number: string;
  prisoner_number: string;
  prisoner_name: string;
} & NamesOf<'prison' | 'visit_room' | 'terminal'>;
type VisitorRow = {
  application_id: string;
  id: string;
  name: string;
  id_number_masked: string;
  relationship: RelationshipCode;
};

export type BookingFilter = {
  id?: string | undefined;
  ids?: readonly string[];
  /** Begins at this moment or later, */
  from?: DateTime | undefined;
  /** and before this one. */
  to?: DateTime | undefined;
  prisonId?: string | undefined;
  state?: BookingState | undefined;
};

/** Bookings by the time of the visit. */
export async function loadBookingDetails(db: Knex, filter: BookingFilter): Promise<BookingDetails[]> {
  const rows: DetailsRow[] = await db('bookings')
    .join('applications', 'applications.id', 'bookings.application_id')
    .join('prisons', 'prisons.id', 'bookings.prison_id')
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .join('visit_rooms', 'visit_rooms.id', 'bookings.visit_room_id')
    .join('terminals', 'terminals.id', 'bookings.terminal_id')
    .where((query) => {
      if (filter.id !== undefined) query.where('bookings.id', filter.id);
      if (filter.ids !== undefined) query.whereIn('bookings.id', [...filter.ids]);
      if (filter.from) query.where('bookings.starts_at', '>=', toStoredTime(filter.from));
      if (filter.to) query.where('bookings.starts_at', '<', toStoredTime(filter.to));
      if (filter.prisonId !== undefined) query.where('bookings.prison_id', filter.prisonId);
      if (filter.state !== undefined) query.where('bookings.state', filter.state);
    })
    .orderBy(['bookings.starts_at', 'bookings.id'])
    .select('bookings.*', {
      application_number: 'applications.number',
      prisoner_number: 'prisoners.number',
      prisoner_name: 'prisoners.name',
      prison_name_zh: 'prisons.name_zh',
      prison_name_en: 'prisons.name_en',
      visit_room_name_zh: 'visit_rooms.name_zh',
      visit_room_name_en: 'visit_rooms.name_en',
      terminal_name_zh: 'terminals.name_zh',
      terminal_name_en: 'terminals.name_en',
    });
  const applicationIds = rows.map((row) => row.application_id);
  const visitors = await loadVisitorsOf(db, applicationIds);
  const terms = await loadVisitTerms(db, applicationIds);
  return rows.map((row) => {
    const own = terms.get(row.application_id);
    if (own === undefined) throw new Error(`booking ${row.id} has no application`);
    return toDetails(
      row,
      visitors.filter((one) => one.application_id === row.application_id),
      own,
    );
  });
}

/** Bookings that begin from one moment on, before another, in the order of their time; cancelled ones too. */
export function bookingsOfDay(
  db: Knex,
  day: { from: DateTime; to: DateTime; prisonId?: string | undefined },
): Promise<BookingDetails[]> {
  return loadBookingDetails(db, day);
}

async function loadVisitorsOf(db: Knex, applicationIds: string[]): Promise<VisitorRow[]> {
  return db('application_visitors')
    .join('visitors', 'visitors.id', 'application_visitors.visitor_id')
    .whereIn('application_id', applicationIds)
    .orderBy('position')
    .select('application_id', 'visitors.id', 'visitors.name', 'visitors.id_number_masked', 'relationship');
}

function toDetails(row: DetailsRow, visitors: VisitorRow[], terms: VisitTerms): BookingDetails {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    version: row.version,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    application: { id: row.application_id, number: row.application_number },
    prison: { id: row.prison_id, name: { zh: row.prison_name_zh, en: row.prison_name_en } },
    prisoner: { id: row.prisoner_id, number: row.prisoner_number, name: row.prisoner_name },
    visitors: visitors.map(({ id, name, id_number_masked: idNumberMasked, relationship }) => ({
      id,
      name,
      idNumberMasked,
      relationship,
    })),
    visitRoom: { id: row.visit_room_id, name: { zh: row.visit_room_name_zh, en: row.visit_room_name_en } },
    terminal: { id: row.terminal_id, name: { zh: row.terminal_name_zh, en: row.terminal_name_en } },
    terms,
    cancelReason: row.cancel_reason,
    cancelNote: row.cancel_note,
    createdAt: row.created_at,
  };
}
