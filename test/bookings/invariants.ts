import { expect } from 'chai';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { readDecisions } from '../../server/bookings/read-decisions.ts';
import { officer } from './a-district.ts';

type LiveRow = {
  id: string;
  application_id: string;
  prisoner_id: string;
  visit_room_id: string;
  terminal_id: string;
  starts_at: string;
  occupied_until: string;
};

/** No overlap, by plain comparison of the times of live bookings: what the system keeps to prevent it is not asked. */
export async function expectNoOverlap(db: Knex): Promise<void> {
  const live: LiveRow[] = await db('bookings').whereIn('state', ['booked', 'attended']);
  const visitors: { application_id: string; visitor_id: string }[] = await db('application_visitors');
  const partsOf = (row: LiveRow) => [
    row.prisoner_id,
    row.visit_room_id,
    row.terminal_id,
    ...visitors.filter((one) => one.application_id === row.application_id).map((one) => one.visitor_id),
  ];
  for (const [index, one] of live.entries()) {
    for (const other of live.slice(index + 1)) {
      const apart = one.occupied_until <= other.starts_at || other.occupied_until <= one.starts_at;
      const shared = partsOf(one).filter((part) => partsOf(other).includes(part));
      if (!apart) expect(shared, `${one.id} and ${other.id} at ${one.starts_at}`).to.deep.equal([]);
    }
  }
}

/** No prisoner has more family visits in a month of Shanghai than the grade allows, those lost to faults left out. */
export async function expectQuotaKept(db: Knex, allowed: Record<string, number>): Promise<void> {
  const rows: { prisoner_id: string; grade: string; starts_at: string }[] = await db('bookings')
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .where({ kind: 'family_visit', given_back: false })
    .whereNot({ state: 'cancelled' })
    .select('prisoner_id', 'grade', 'starts_at');
  const counts = new Map<string, number>();
  for (const row of rows) {
    const month = DateTime.fromISO(row.starts_at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM');
    const key = `${row.grade} ${row.prisoner_id} ${month}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of counts)
    expect(count, key).to.be.at.most(allowed[key.split(' ')[0] as string] ?? Number.NaN);
}

/** Nothing is taken by a booking that is over, and everything by one that is not. */
export async function expectOccupanciesMatch(db: Knex): Promise<void> {
  const stray = await db('occupancies')
    .join('bookings', 'bookings.id', 'occupancies.booking_id')
    .whereNotIn('state', ['booked', 'attended'])
    .select('bookings.id');
  expect(stray).to.deep.equal([]);
  const live: LiveRow[] = await db('bookings').whereIn('state', ['booked', 'attended']);
  for (const row of live) {
    const visitors = await db('application_visitors').where({ application_id: row.application_id });
    const minutes = (Date.parse(row.occupied_until) - Date.parse(row.starts_at)) / 60_000;
    const steps = await db('occupancies').where({ booking_id: row.id });
    expect(steps.length, row.id).to.equal((minutes / 5) * (visitors.length + 3));
  }
}

/** Every decision that put a booking where it is, or was before, is the same when it is made again. */
export async function expectDecidedTheSameAgain(db: Knex): Promise<void> {
  const ids: string[] = await db('bookings').pluck('id');
  for (const id of ids) {
    const { decisions } = await readDecisions(db, id, officer);
    expect(decisions, id).to.have.length.above(0);
    for (const { replayed } of decisions) expect(replayed, id).to.deep.include({ same: true });
  }
}
