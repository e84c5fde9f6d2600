import type { Knex } from 'knex';
import { fromStoredTime } from '../clock.ts';
import { edgesOf, monthOf } from '../quota/index.ts';

type Visit = { prisoner_id: string; starts_at: string };

/**
 * How many remote visits that count a prisoner has in the month of a visit before it: of a month with too many, the first
 * ones fit. One query for all.
 */
export async function countEarlier(db: Knex, visits: readonly Visit[]): Promise<(visit: Visit) => number> {
  const times = visits.map((visit) => visit.starts_at).sort();
  const [first, last] = [times.at(0), times.at(-1)];
  if (first === undefined || last === undefined) return () => 0;
  const counted: Visit[] = await db('bookings')
    .whereIn('prisoner_id', [...new Set(visits.map((visit) => visit.prisoner_id))])
    .where({ kind: 'family_visit', given_back: false, outside_quota: false })
    .whereBetween('starts_at', [edgesOf(monthOfStored(first)).first, last])
    .select('prisoner_id', 'starts_at');
  return (visit) =>
    counted.filter(
      (other) =>
        other.prisoner_id === visit.prisoner_id &&
        other.starts_at < visit.starts_at &&
        monthOfStored(other.starts_at) === monthOfStored(visit.starts_at),
    ).length;
}

const monthOfStored = (startsAt: string) => monthOf(fromStoredTime(startsAt));
