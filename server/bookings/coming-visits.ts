import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { ApplicationKind } from '../applications/schema.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import type { Category, Grade } from '../people/schema.ts';
import { loadVisitTerms } from '../reviews/index.ts';
import type { BookingState } from './schema.ts';

/** A booking that counts, with what its rules depend on. */
export type ComingVisit = {
  id: string;
  number: string;
  kind: ApplicationKind;
  state: BookingState;
  prison_id: string;
  prisoner_id: string;
  ward_id: string;
  grade: Grade;
  category: Category;
  visit_room_id: string;
  terminal_id: string;
  starts_at: string;
  occupied_until: string;
  visitors: { id: string; bornOn: string }[];
  /** Where the prison approved a shorter visit than the rule gives. */
  approvedMinutes: number | null;
  makeup_of: string | null;
  outside_quota: boolean | 0 | 1;
};

/** Every booking that counts from the month of a moment on: its earlier ones use up the quota of that month. */
export async function loadComingVisits(db: Knex, from: DateTime): Promise<ComingVisit[]> {
  const month = toStoredTime(from.setZone(peopleZone).startOf('month'));
  const wanted = db('bookings').where('starts_at', '>=', month).where({ given_back: false });
  const rows: (Omit<ComingVisit, 'visitors' | 'approvedMinutes'> & { application_id: string })[] =
    await wanted
      .clone()
      .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
      .orderBy(['bookings.starts_at', 'bookings.id'])
      .select('bookings.*', 'prisoners.ward_id', 'prisoners.grade', 'prisoners.category');
  const visitors: { application_id: string; id: string; bornOn: string }[] = await db('application_visitors')
    .join('visitors', 'visitors.id', 'application_visitors.visitor_id')
    .whereIn('application_id', wanted.clone().select('application_id'))
    .orderBy('position')
    .select('application_id', { id: 'visitors.id', bornOn: 'visitors.born_on' });
  const byApplication = new Map<string, ComingVisit['visitors']>(rows.map((row) => [row.application_id, []]));
  for (const one of visitors) byApplication.get(one.application_id)?.push({ id: one.id, bornOn: one.bornOn });
  const terms = await loadVisitTerms(db, wanted.clone().select('application_id'));
  return rows.map((row) => ({
    ...row,
    approvedMinutes: terms.get(row.application_id)?.durationMinutes ?? null,
    visitors: byApplication.get(row.application_id) ?? [],
  }));
}
