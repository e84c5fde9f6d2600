import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { mobilityNeedsOf } from '../applications/index.ts';
import type { ApplicationKind, MobilityNeed, Residence, VisitLanguage } from '../applications/schema.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import type { Category, Grade, RelationshipCode } from '../people/schema.ts';
import { loadVisitTerms } from '../reviews/index.ts';
import type { BookingState } from './schema.ts';

/** A booking that counts, with what its rules depend on. */
export type ComingVisit = {
  id: string;
  number: string;
  kind: ApplicationKind;
  state: BookingState;
  application_id: string;
  prison_id: string;
  prisoner_id: string;
  ward_id: string;
  grade: Grade;
  category: Category;
  visit_room_id: string;
  terminal_id: string;
  starts_at: string;
  ends_at: string;
  occupied_until: string;
  mobilityNeeds: MobilityNeed[];
  residence: Residence;
  /** Of the visit, and whether somebody interprets it: as applied for, or as the prison has bound its approval. */
  language: VisitLanguage;
  interpreted: boolean;
  visitors: VisitorOfVisit[];
  /** Where the prison approved a shorter visit than the rule gives. */
  approvedMinutes: number | null;
  makeup_of: string | null;
  outside_quota: boolean | 0 | 1;
};

export type VisitorOfVisit = {
  id: string;
  bornOn: string;
  relationship: RelationshipCode;
  /** By the prison, for a relative who may not visit otherwise. */
  exceptionGranted: boolean;
};

/** Every booking that counts from the month of a moment on: its earlier ones use up the quota of that month. */
export async function loadComingVisits(db: Knex, from: DateTime): Promise<ComingVisit[]> {
  const month = toStoredTime(from.setZone(peopleZone).startOf('month'));
  return loadVisits(db, (bookings) => bookings.where('starts_at', '>=', month).where({ given_back: false }));
}

/** Booked visits whose time is not over: of one prison or one prisoner, if that is given. */
export async function loadWaitingVisits(
  db: Knex,
  { now, prisonId, prisonerId }: { now: DateTime; prisonId?: string | undefined; prisonerId?: string },
): Promise<ComingVisit[]> {
  // No visit is longer than a day: the index of the times is used.
  const dayBefore = toStoredTime(now.minus({ days: 1 }));
  return loadVisits(db, (bookings) => {
    bookings
      .where('starts_at', '>', dayBefore)
      .where('occupied_until', '>', toStoredTime(now))
      .where({ state: 'booked' });
    if (prisonId !== undefined) bookings.where({ prison_id: prisonId });
    if (prisonerId !== undefined) bookings.where({ prisoner_id: prisonerId });
  });
}

export async function loadVisitsById(db: Knex, ids: readonly string[]): Promise<ComingVisit[]> {
  return loadVisits(db, (bookings) => bookings.whereIn('id', [...ids]));
}

type Row = Omit<
  ComingVisit,
  'mobilityNeeds' | 'visitors' | 'approvedMinutes' | 'language' | 'interpreted'
> & { mobility_needs: string };

async function loadVisits(
  db: Knex,
  wanted: (bookings: Knex.QueryBuilder) => unknown,
): Promise<ComingVisit[]> {
  const bookings = () => {
    const query = db('bookings');
    wanted(query);
    return query;
  };
  const rows: Row[] = await db
    .from(bookings().select('*').as('booking'))
    .join('prisoners', 'prisoners.id', 'booking.prisoner_id')
    .join('applications', 'applications.id', 'booking.application_id')
    .orderBy(['booking.starts_at', 'booking.id'])
    .select(
      'booking.*',
      'prisoners.ward_id',
      'prisoners.grade',
      'prisoners.category',
      'applications.mobility_needs',
      'applications.residence',
    );
  const visitors: VisitorRow[] = await db('application_visitors')
    .join('visitors', 'visitors.id', 'application_visitors.visitor_id')
    .whereIn('application_id', bookings().select('application_id'))
    .orderBy('position')
    .select('application_id', { id: 'visitors.id', bornOn: 'visitors.born_on' }, 'relationship');
  const byApplication = new Map<string, VisitorRow[]>(rows.map((row) => [row.application_id, []]));
  for (const one of visitors) byApplication.get(one.application_id)?.push(one);
  const terms = await loadVisitTerms(db, bookings().select('application_id'));
  return rows.map((row): ComingVisit => {
    const own = terms.get(row.application_id);
    if (own === undefined) throw new Error(`booking ${row.id} has no application`);
    return {
      ...row,
      approvedMinutes: own.durationMinutes,
      mobilityNeeds: mobilityNeedsOf(row),
      language: own.language,
      interpreted: own.interpreterRequired,
      visitors: (byApplication.get(row.application_id) ?? []).map(({ id, bornOn, relationship }) => ({
        id,
        bornOn,
        relationship,
        exceptionGranted: own.exceptionsFor.includes(id),
      })),
    };
  });
}

type VisitorRow = Omit<VisitorOfVisit, 'exceptionGranted'> & { application_id: string };
