import type { Knex } from 'knex';
import { z } from 'zod';
import { fromStoredTime, peopleZone, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { beginningWith, findPrisoners, findVisitorIds } from '../people/index.ts';
import { halfDoneBy } from '../reviews/index.ts';
import { applicationRefusals } from './refusals.ts';
import { type ApplicationListQuery, openStates } from './schema.ts';
import { type ApplicationRow, applicationsTable } from './tables.ts';

const pageSize = 50;
/** A search for a person that fits more people than this has to be made narrower. */
const mostPeople = 200;

/**
 * What a body has to decide comes by urgency, then by its date, then by priority (rule 2e): a priority reason never makes
 * another application late. Everything else newest first (ids grow with time).
 */
const queueOrder = ['urgent_rank', 'due_at', 'priority_rank', 'id'] as const;
type Place =
  | { order: 'queue'; at: [urgentRank: number, dueAt: string, priorityRank: number, id: string] }
  | { order: 'newest'; id: string };

/** A page of the applications that a person may see, and where the next one begins. @throws Refusal */
export async function listApplications(
  db: Knex,
  principal: Pick<StaffPrincipal, 'id' | 'prisonId'>,
  query: ApplicationListQuery,
  now: string,
): Promise<{ rows: ApplicationRow[]; nextCursor: string | null }> {
  const { state } = query;
  const isQueue = state === 'district_review' || state === 'prison_review' || query.unanswered;
  const order = isQueue ? 'queue' : 'newest';
  const prisonId = prisonOf(principal, query);
  const search = query.search === undefined ? undefined : await searchFor(db, query.search, prisonId);
  const rows = await applicationsTable(db)
    .where((matching) => {
      if (prisonId !== undefined) matching.where({ prison_id: prisonId });
      if (state === 'open') matching.whereIn('state', [...openStates]);
      else if (state === 'supplement')
        matching.whereIn('state', ['district_supplement', 'prison_supplement']);
      else if (state !== undefined) matching.where({ state });
      if (query.overdue || query.dueToday) matching.where(isOwed);
      if (query.overdue) matching.where('due_at', '<', now);
      if (query.dueToday) matching.whereBetween('due_at', [now, endOfDay(now)]);
      if (query.unanswered) matching.where({ awaits_answer: true });
      if (query.halfDone) matching.whereIn('id', halfDoneBy(db, principal.id));
      search?.(matching);
      if (query.cursor !== undefined) after(matching, readCursor(query.cursor, order));
    })
    .orderBy(order === 'queue' ? [...queueOrder] : [{ column: 'id', order: 'desc' }])
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page, nextCursor: last === undefined ? null : cursorAfter(last, order) };
}

function prisonOf(principal: Pick<StaffPrincipal, 'prisonId'>, query: ApplicationListQuery) {
  const prisonId = query.prisonId ?? principal.prisonId ?? undefined;
  if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
  return prisonId;
}

type Matching = Knex.QueryBuilder<ApplicationRow>;

/** A body has to decide, or the applicant has to be told: only then is anything due. */
function isOwed(either: Matching): void {
  either.whereIn('state', ['district_review', 'prison_review']).orWhere({ awaits_answer: true });
}

function endOfDay(now: string): string {
  return toStoredTime(fromStoredTime(now).setZone(peopleZone).endOf('day'));
}

/** People are found first, by their own indexes; then their applications. */
async function searchFor(
  db: Knex,
  search: string,
  prisonId: string | undefined,
): Promise<(matching: Matching) => void> {
  const prisoners = await findPrisoners(db, { search, prisonId, limit: mostPeople });
  const visitorIds = await findVisitorIds(db, search, mostPeople);
  return (matching) => {
    matching.where((either) => {
      either
        .whereRaw("number like ? escape '!'", [beginningWith(search.toUpperCase())])
        .orWhereIn(
          'prisoner_id',
          prisoners.map(({ id }) => id),
        )
        .orWhereIn(
          'id',
          db('application_visitors').whereIn('visitor_id', visitorIds).select('application_id'),
        );
    });
  };
}

function after(matching: Matching, place: Place): void {
  if (place.order === 'newest') {
    matching.where('id', '<', place.id);
    return;
  }
  // Later in the first column in which they differ.
  const at = place.at;
  matching.where((later) => {
    queueOrder.forEach((column, n) => {
      later.orWhere((same) => {
        queueOrder.slice(0, n).forEach((earlier, m) => {
          same.where(earlier, at[m] ?? '');
        });
        same.where(column, '>', at[n] ?? '');
      });
    });
  });
}

function cursorAfter(row: ApplicationRow, order: Place['order']): string {
  const { id, due_at: dueAt, urgent_rank: urgent, priority_rank: priority } = row;
  const place: Place =
    order === 'newest' ? { order, id } : { order, at: [urgent, dueAt ?? '', priority, id] };
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const cursorShape = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('newest'), id: z.string() }),
  z.strictObject({ order: z.literal('queue'), at: z.tuple([z.int(), z.string(), z.int(), z.string()]) }),
]);

function readCursor(cursor: string, order: Place['order']): Place {
  try {
    const place = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (place.order === order) return place;
  } catch {
    // Not a cursor of ours: said below.
  }
  throw applicationRefusals.cursor_not_valid();
}
