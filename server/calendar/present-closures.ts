import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { toStoredTime } from '../clock.ts';
import { type Language, type StaffPrincipal, type Text, toAllowedAction } from '../edge/index.ts';
import { whyNotLift } from './plan-closures.ts';
import type { Closure } from './schema.ts';
import { type ClosureRow, closuresTable } from './tables.ts';

export type Reader = { staff: StaffPrincipal; now: DateTime; language: Language };

type ClosureFilter = {
  /** With what the centre has closed. */
  prisonId: string | undefined;
  /** Those that end after this moment, */
  after?: DateTime | undefined;
  /** and begin before this one. */
  before?: DateTime | undefined;
  limit: number;
};

/** Closures by their beginning, the latest first. */
export async function findClosures(
  db: Knex,
  { prisonId, after, before, limit }: ClosureFilter,
): Promise<ClosureRow[]> {
  return closuresTable(db)
    .where((query) => {
      if (prisonId !== undefined)
        query.where((either) => either.where({ prison_id: prisonId }).orWhereNull('prison_id'));
      if (after !== undefined) {
        query.where('closed_until', '>', toStoredTime(after));
        query.where((open) => open.whereNull('lifted_at').orWhere('lifted_at', '>', toStoredTime(after)));
      }
      if (before !== undefined) query.where('closed_from', '<', toStoredTime(before));
    })
    .orderBy([
      { column: 'closed_from', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
}

/** Closures as this member of staff sees them. */
export async function presentClosures(
  db: Knex,
  rows: readonly ClosureRow[],
  { staff, now, language }: Reader,
): Promise<Closure[]> {
  const names = await namesOfPlaces(db);
  const people = await staffNames(
    db,
    rows.flatMap((row) => [row.created_by, row.lifted_by]),
  );
  const personOf = (id: string) => people.get(id) ?? '';
  const nameOf = (id: string) => names.get(id) ?? { zh: '', en: '' };
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope_kind,
    scopeId: row.scope_id,
    scopeName: nameOf(row.scope_id),
    prison: row.prison_id === null ? null : { id: row.prison_id, name: nameOf(row.prison_id) },
    from: row.closed_from,
    until: row.closed_until,
    reasonCode: row.reason_code,
    note: row.note,
    entered: { by: personOf(row.created_by), at: row.created_at },
    lifted:
      row.lifted_at === null || row.lifted_by === null
        ? null
        : { by: personOf(row.lifted_by), at: row.lifted_at, note: row.lift_note },
    standing: standingOf(row, toStoredTime(now)),
    actions: { lift: toAllowedAction(whyNotLift(row, staff, now), language) },
  }));
}

function standingOf(row: ClosureRow, now: string): Closure['standing'] {
  if (row.lifted_at !== null) return 'lifted';
  if (now < row.closed_from) return 'to_come';
  return now < row.closed_until ? 'in_force' : 'over';
}

async function namesOfPlaces(db: Knex): Promise<Map<string, Text>> {
  const names = new Map<string, Text>();
  for (const table of ['prisons', 'terminals', 'visit_rooms', 'corrections_centres']) {
    const rows: { id: string; name_zh: string; name_en: string }[] = await db(table).select(
      'id',
      'name_zh',
      'name_en',
    );
    for (const row of rows) names.set(row.id, { zh: row.name_zh, en: row.name_en });
  }
  return names;
}
