import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { loadOfficeDays, nthWorkingDayAfter } from '../calendar/index.ts';
import { toStoredTime } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { theServer } from '../ledger/index.ts';
import { loadRules } from '../rules/index.ts';
import { addNotices } from './add-notice.ts';
import { noticesTable } from './tables.ts';

type ComingVisit = { id: string; number: string; prison_id: string; starts_at: string };

/** Asks the bookings whether a visit could not begin as things stand. */
export type IsBarred = (db: Knex, bookingId: string) => Promise<boolean>;
const nothingBars: IsBarred = async () => false;

/** Whoever was told of the time of a visit so lately is not reminded of it yet. */
const justToldHours = 24;

/**
 * Reminds the visitors of visits that are near (rule reminder_working_days): once a visit and time, however many copies of
 * the server do this at once, and whatever was missed while none ran. Nobody is reminded of a visit that could not begin, to
 * travel for nothing; once it can, its turn comes. Gives how many visits there were.
 */
export async function remindOfVisits(
  foundation: Foundation,
  isBarred: IsBarred = nothingBars,
): Promise<number> {
  const { db, clock } = foundation;
  const now = clock.now();
  const prisons: string[] = await db('prisons').orderBy('id').pluck('id');
  let reminded = 0;
  for (const prisonId of prisons) {
    for (const visit of await notReminded(db, prisonId, now)) {
      reminded += await remind(foundation, visit, isBarred);
    }
  }
  return reminded;
}

const stepOf = ({ id, starts_at: startsAt }: ComingVisit) => `reminder:${id}:${startsAt}`;

async function notReminded(db: Knex, prisonId: string, now: DateTime): Promise<ComingVisit[]> {
  const days = (await loadRules(db, { at: now, prisonId })).get('reminder_working_days');
  const until = nthWorkingDayAfter(now, days, await loadOfficeDays(db, now)).endOf('day');
  const near: ComingVisit[] = await db('bookings')
    .where({ prison_id: prisonId, state: 'booked' })
    .where('starts_at', '>', toStoredTime(now))
    .where('starts_at', '<=', toStoredTime(until))
    .orderBy(['starts_at', 'id'])
    .select('id', 'number', 'prison_id', 'starts_at');
  const done: string[] = await noticesTable(db).whereIn('step', near.map(stepOf)).distinct().pluck('step');
  const justTold: (string | null)[] = await noticesTable(db)
    .whereIn(
      'booking_id',
      near.map(({ id }) => id),
    )
    .whereIn('kind', ['visit_booked', 'visit_moved'])
    .where('created_at', '>', toStoredTime(now.minus({ hours: justToldHours })))
    .distinct()
    .pluck('booking_id');
  return near.filter((visit) => !done.includes(stepOf(visit)) && !justTold.includes(visit.id));
}

/** @returns 1, or 0 where another copy was faster, the visit has changed meanwhile, or it failed */
async function remind(foundation: Foundation, visit: ComingVisit, isBarred: IsBarred): Promise<number> {
  const { db, ledger, log } = foundation;
  try {
    return await inTransaction(db, async (trx) => {
      const still = await trx('bookings')
        .where({ id: visit.id, state: 'booked', starts_at: visit.starts_at })
        .forUpdate()
        .first('id');
      if (still === undefined || (await isBarred(trx, visit.id))) return 0;
      const about = { prisonId: visit.prison_id, bookingId: visit.id, step: stepOf(visit) };
      const notices = await addNotices(trx, foundation, {
        kind: 'reminder',
        to: 'everyone',
        ...about,
        facts: {},
      });
      if (notices === 0) return 0;
      await ledger.append(trx, {
        bookId: visit.prison_id,
        kind: 'visit_reminded',
        actor: theServer,
        subjects: [{ kind: 'booking', id: visit.id }],
        facts: { number: visit.number, startsAt: visit.starts_at, notices },
      });
      return 1;
    });
  } catch (error) {
    // What is wrong with one visit is no reason against the others: its turn comes again.
    if (!isUniqueViolation(error))
      log.error({ err: error, bookingId: visit.id }, 'a visit was not reminded of');
    return 0;
  }
}
