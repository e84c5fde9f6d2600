import type { Knex } from 'knex';
import { id, moment } from './columns.ts';

const place = ['key', 'scope_kind', 'scope_id', 'effective_from'];

/** Who added a version of a rule, and who withdrew it before it came into force. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('rules', (table) => {
    id(table, 'created_by');
    moment(table, 'withdrawn_at');
    id(table, 'withdrawn_by');
    // Its own id once it is withdrawn, so that another version can hold from the same day.
    id(table, 'withdrawn_id').notNullable().defaultTo('');
  });
  await db.schema.alterTable('rules', (table) => {
    table.unique([...place, 'withdrawn_id']);
    table.dropUnique(place);
  });
}

export async function down(db: Knex): Promise<void> {
  // A withdrawn version never held, and would hold without the mark.
  await db('rules').whereNot({ withdrawn_id: '' }).delete();
  await db.schema.alterTable('rules', (table) => {
    table.unique(place);
    table.dropUnique([...place, 'withdrawn_id']);
  });
  await db.schema.alterTable('rules', (table) => {
    table.dropColumns('created_by', 'withdrawn_at', 'withdrawn_by', 'withdrawn_id');
  });
}
