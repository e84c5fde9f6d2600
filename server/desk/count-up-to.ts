import type { Knex } from 'knex';
import { mostCounted } from './schema.ts';

/** How many rows a query finds, counted no further than the desk shows; it reads no more of them than that. */
export async function countUpTo(db: Knex, query: Knex.QueryBuilder): Promise<number> {
  const some = query
    .clone()
    .select(db.raw('1 as found'))
    .limit(mostCounted + 1)
    .as('some');
  const row: { n: number } | undefined = await db.from(some).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}
