import type { Knex } from 'knex';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { beginningWith, findPrisoners, findVisitorIds } from '../people/index.ts';
import { applicationRefusals } from './refusals.ts';
import { type ApplicationListQuery, openStates } from './schema.ts';
import { type ApplicationRow, applicationsTable } from './tables.ts';

const pageSize = 50;
/** A search for a person that fits more people than this has to be made narrower. */
const mostPeople = 200;

/** What a body has to decide comes most urgent first; everything else newest first (ids grow with time). */
type Place = { order: 'urgent'; dueAt: string; id: string } | { order: 'newest'; id: string };

/** A page of the applications that a person may see, and where the next one begins. @throws Refusal */
export async function listApplications(
  db: Knex,
  principal: Pick<StaffPrincipal, 'prisonId'>,
  query: ApplicationListQuery,
  now: string,
): Promise<{ rows: ApplicationRow[]; nextCursor: string | null }> {
  const { state } = query;
  const order = state === 'district_review' || state === 'prison_review' ? 'urgent' : 'newest';
  const prisonId = prisonOf(principal, query);
  const search = query.search === undefined ? undefined : await searchFor(db, query.search, prisonId);
  const rows = await applicationsTable(db)
    .where((matching) => {
      if (prisonId !== undefined) matching.where({ prison_id: prisonId });
      if (state === 'open') matching.whereIn('state', [...openStates]);
      else if (state !== undefined) matching.where({ state });
      if (query.overdue) {
        matching.whereIn('state', ['district_review', 'prison_review']).where('due_at', '<', now);
      }
      search?.(matching);
      if (query.cursor !== undefined) after(matching, readCursor(query.cursor, order));
    })
    .orderBy(order === 'urgent' ? ['due_at', 'id'] : [{ column: 'id', order: 'desc' }])
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
  matching.where((later) => {
    later
      .where('due_at', '>', place.dueAt)
      .orWhere((same) => same.where('due_at', place.dueAt).where('id', '>', place.id));
  });
}

function cursorAfter({ id, due_at: dueAt }: ApplicationRow, order: Place['order']): string {
  const place: Place = order === 'newest' ? { order, id } : { order, dueAt: dueAt ?? '', id };
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string, order: Place['order']): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Partial<
      Place & { dueAt: string }
    >;
    const { id, dueAt } = place;
    if (place.order === order && typeof id === 'string') {
      if (order === 'newest') return { order, id };
      if (typeof dueAt === 'string') return { order, dueAt, id };
    }
  } catch {
    // Not a cursor of ours: said below.
  }
  throw applicationRefusals.cursor_not_valid();
}
