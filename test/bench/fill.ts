import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { Application } from '../../server/applications/schema.ts';
import { toStoredTime } from '../../server/clock.ts';

const perInsert = 200;

/** Copies a row many times, each copy with what `vary` gives it. Foreign keys stay those of the row. */
async function copyRow(
  db: Knex,
  table: string,
  row: Record<string, unknown>,
  count: number,
  vary: (n: number) => Record<string, unknown>,
): Promise<void> {
  await db.transaction(async (trx) => {
    for (let done = 0; done < count; done += perInsert) {
      const rows = Array.from({ length: Math.min(perInsert, count - done) }, (_, n) => ({
        ...row,
        ...vary(done + n),
      }));
      await trx(table).insert(rows);
    }
  });
}

const idOf = (prefix: string, n: number) => `${prefix}-${String(n).padStart(10, '0')}`;

const prisonersOfAPrison = 2_000;

/** Bookings of the past ten years, as an office leaves them behind: ended, spread over the days and the prisoners. */
export async function fillBookings(db: Knex, count: number): Promise<void> {
  const [row] = await db('bookings');
  const [application] = await db('applications').where({ id: row.application_id });
  const [prisoner] = await db('prisoners').where({ id: row.prisoner_id });
  await copyRow(db, 'prisoners', prisoner, prisonersOfAPrison, (n) => ({
    id: idOf('prisoner', n),
    number: idOf('P', n),
  }));
  await copyRow(db, 'applications', application, prisonersOfAPrison, (n) => ({
    id: idOf('application', n),
    number: idOf('SQ', n),
    prisoner_id: idOf('prisoner', n),
  }));
  const tenYears = 10 * 365 * 24 * 60;
  const end = DateTime.fromISO('2026-11-01T00:00:00.000Z', { zone: 'utc' });
  await copyRow(db, 'bookings', row, count, (n) => {
    const startsAt = end.minus({ minutes: Math.floor(((n + 1) * tenYears) / count) });
    return {
      id: idOf('booking', n),
      number: idOf('HJ', n),
      application_id: idOf('application', n % prisonersOfAPrison),
      prisoner_id: idOf('prisoner', n % prisonersOfAPrison),
      starts_at: toStoredTime(startsAt),
      ends_at: toStoredTime(startsAt.plus({ minutes: 30 })),
      occupied_until: toStoredTime(startsAt.plus({ minutes: 45 })),
      state: 'ended',
      live_application_id: null,
    };
  });
}

const waitingStates = ['district_review', 'prison_review', 'approved'];

/** Applications that wait for review, or that were approved and nobody was told, each with its applicant. */
export async function fillApplications(db: Knex, count: number, like: Application): Promise<void> {
  const [row] = await db('applications').where({ id: like.id });
  const [visitor] = await db('application_visitors').where({ application_id: like.id });
  const received = DateTime.fromISO('2026-11-01T00:00:00.000Z', { zone: 'utc' });
  await copyRow(db, 'applications', row, count, (n) => ({
    id: idOf('application', n),
    number: idOf('SQ', n),
    state: waitingStates[n % waitingStates.length],
    awaits_answer: n % waitingStates.length === 2,
    due_at: toStoredTime(received.plus({ minutes: n })),
    state_since: toStoredTime(received),
  }));
  await copyRow(db, 'application_visitors', visitor, count, (n) => ({
    application_id: idOf('application', n),
  }));
}
