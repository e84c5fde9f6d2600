import type { Knex } from 'knex';
import { beginningWith, type PrisonerRow } from '../people/index.ts';
import type { CustodyState } from './codes.ts';

export type PrisonerFilter = {
  search?: string | undefined;
  prisonId?: string | undefined;
  wardId?: string | undefined;
  state?: CustodyState | undefined;
  barred?: boolean | undefined;
  /** In Asia/Shanghai. */
  today: string;
  limit: number;
};

/** Prisoners by number. */
export async function findPrisonerFiles(db: Knex, filter: PrisonerFilter): Promise<PrisonerRow[]> {
  const { search, prisonId, wardId, state, barred, today, limit } = filter;
  return db<PrisonerRow>('prisoners')
    .where((query) => {
      if (search) startsWith(query, search);
      if (state === 'transferred' && prisonId !== undefined) {
        query.where((either) => {
          either.where((gone) => inState(gone.where({ prison_id: prisonId }), state, today));
          either.orWhereIn('id', movedOutOf(db, prisonId));
        });
        return;
      }
      if (prisonId !== undefined) query.where({ prison_id: prisonId });
      if (wardId !== undefined) query.where({ ward_id: wardId });
      if (state !== undefined) inState(query, state, today);
      if (barred) query.whereIn('id', barredOn(db, today));
    })
    .orderBy(['number', 'id'])
    .limit(limit);
}

function startsWith(query: Knex.QueryBuilder, search: string): void {
  const pattern = beginningWith(search);
  query.where((either) =>
    either.whereRaw("number like ? escape '!'", [pattern]).orWhereRaw("name like ? escape '!'", [pattern]),
  );
}

/** The same as `isHeldOn`, for the database. */
function inState(query: Knex.QueryBuilder, state: CustodyState, today: string): void {
  if (state === 'held')
    query.where((either) => either.where({ custody_state: 'held' }).orWhere('custody_since', '>', today));
  else query.where({ custody_state: state }).where('custody_since', '<=', today);
}

function barredOn(db: Knex, today: string): Knex.QueryBuilder {
  return db('prisoner_bars')
    .where('from_day', '<=', today)
    .where((open) => open.whereNull('to_day').orWhere('to_day', '>=', today))
    .where((open) => open.whereNull('ended_from').orWhere('ended_from', '>', today))
    .select('prisoner_id');
}

/** Those whom a prison has handed over to another one, and does not hold again. */
function movedOutOf(db: Knex, prisonId: string): Knex.QueryBuilder {
  return db('prisoner_changes')
    .join('prisoners', 'prisoners.id', 'prisoner_changes.prisoner_id')
    .where({ 'prisoner_changes.prison_id': prisonId, kind: 'moved_out' })
    .whereNot({ 'prisoners.prison_id': prisonId })
    .select('prisoner_id');
}
