import type { Knex } from 'knex';
import { peopleZone, toStoredTime } from '../clock.ts';
import { countUpTo, type DeskCounter, type DeskQuestion } from '../desk/index.ts';
import type { DeskCode, DeskCount } from '../desk/schema.ts';
import type { Role } from '../edge/index.ts';
import type { ApplicationState } from './schema.ts';
import { applicationsTable, prisonNames } from './tables.ts';

type Place = { prison: DeskCount['prison']; now: string };

const ofDistrict: readonly Role[] = ['district_officer', 'district_supervisor', 'auditor'];
const reviewers: readonly Role[] = ['district_officer', 'district_supervisor', 'prison_approver'];

/** What waits in the queues of the two bodies, and who has to be told. */
export const countApplications: DeskCounter = async (db, question) => {
  const { principal } = question;
  if (principal.role === 'administrator') return [];
  const now = toStoredTime(question.now);
  const counts: DeskCount[] = [];
  const everywhere = { prison: null, now };
  if (ofDistrict.includes(principal.role)) {
    counts.push(await countReviews(db, 'district_review', everywhere));
    counts.push(await countDueToday(db, 'district_review', everywhere, question));
  }
  const prisons = await prisonsOf(db, principal.prisonId);
  for (const prison of prisons) counts.push(await countReviews(db, 'prison_review', { prison, now }));
  const own = { prison: principal.prisonId === null ? null : (prisons[0] ?? null), now };
  if (principal.prisonId !== null) counts.push(await countDueToday(db, 'prison_review', own, question));
  counts.push(await countSupplements(db, own));
  for (const state of ['approved', 'refused'] as const) counts.push(await countUnanswered(db, state, own));
  if (reviewers.includes(principal.role)) counts.push(await countHalfDone(db, question));
  return counts;
};

async function prisonsOf(db: Knex, own: string | null): Promise<NonNullable<DeskCount['prison']>[]> {
  const ids: string[] = own === null ? await db('prisons').orderBy('id').pluck('id') : [own];
  const names = await prisonNames(db, ids);
  return ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

const inPlace = (db: Knex, { prison }: Place) =>
  applicationsTable(db).where((query) => {
    if (prison !== null) query.where({ prison_id: prison.id });
  });

async function countReviews(
  db: Knex,
  state: 'district_review' | 'prison_review',
  place: Place,
): Promise<DeskCount> {
  const waiting = () => inPlace(db, place).where({ state });
  return toCount(state, place.prison, { state }, [
    await countUpTo(db, waiting()),
    await countUpTo(db, waiting().where('due_at', '<', place.now)),
  ]);
}

async function countDueToday(
  db: Knex,
  state: 'district_review' | 'prison_review',
  place: Place,
  { now }: DeskQuestion,
): Promise<DeskCount> {
  const endOfDay = toStoredTime(now.setZone(peopleZone).endOf('day'));
  const due = inPlace(db, place).where({ state }).whereBetween('due_at', [place.now, endOfDay]);
  const code = state === 'district_review' ? 'district_due_today' : 'prison_due_today';
  return toCount(code, place.prison, { state, dueToday: 'true' }, [await countUpTo(db, due)]);
}

async function countSupplements(db: Knex, place: Place): Promise<DeskCount> {
  const states: ApplicationState[] = ['district_supplement', 'prison_supplement'];
  const waiting = inPlace(db, place).whereIn('state', states);
  return toCount('supplements', place.prison, { state: 'supplement' }, [await countUpTo(db, waiting)]);
}

async function countUnanswered(db: Knex, state: 'approved' | 'refused', place: Place): Promise<DeskCount> {
  const waiting = () => inPlace(db, place).where({ state, awaits_answer: true });
  return toCount(`${state}_unanswered`, place.prison, { state, unanswered: 'true' }, [
    await countUpTo(db, waiting()),
    await countUpTo(db, waiting().where('due_at', '<', place.now)),
  ]);
}

async function countHalfDone(db: Knex, { principal }: DeskQuestion): Promise<DeskCount> {
  const own = db('review_drafts').where({ staff_id: principal.id });
  return toCount('half_done', null, { state: 'any', halfDone: 'true' }, [await countUpTo(db, own)]);
}

/** With the address of the queue that lists exactly these. */
function toCount(
  code: DeskCode,
  prison: DeskCount['prison'],
  filter: Record<string, string>,
  [count, overdue]: readonly [number, number?],
): DeskCount {
  const address = new URLSearchParams({ ...filter, ...(prison && { prisonId: prison.id }) });
  const link = `/applications?${address}`;
  return {
    code,
    prison,
    count,
    overdue: overdue ?? null,
    link,
    overdueLink: overdue === undefined ? null : `${link}&overdue=true`,
  };
}
