import type { Knex } from 'knex';
import { dialectOf } from '../dialect.ts';
import { createTable, hash, id, moment } from './columns.ts';
import { rebuildTable } from './rebuild-table.ts';

/** Where it is written who entered something: a member of staff, or from now on a visitor. */
const entered = [
  { table: 'applications', byStaff: 'created_by', byVisitor: 'created_by_visitor_id' },
  { table: 'application_documents', byStaff: 'uploaded_by', byVisitor: 'uploaded_by_visitor_id' },
] as const;
type Entered = (typeof entered)[number];

const exactlyOne = ({ byStaff, byVisitor }: Entered) => `(${byStaff} is null) <> (${byVisitor} is null)`;
const checkName = ({ table }: Entered) => `${table}_entered_by_one`;

/** What relatives do themselves: the query code of each application, their sessions, what they enter. */
export async function up(db: Knex): Promise<void> {
  for (const each of entered) await takeFromVisitors(db, each);
  await db.schema.alterTable('applications', (table) => {
    // A keyed hash; null for an application from before, until an officer makes a code for it.
    hash(table, 'query_code_hash');
  });

  await createTable(db, 'relative_sessions', (table) => {
    hash(table, 'token_hash').primary();
    id(table, 'visitor_id').notNullable().references('visitors.id');
    // The one whose code it was: a new code ends the sessions of the old one.
    id(table, 'application_id').notNullable().references('applications.id');
    moment(table, 'created_at').notNullable();
    moment(table, 'expires_at').notNullable().index();
  });

  // Wrong codes by the holder of an identity number, known or not: the row says nothing of whether there is such a person.
  await createTable(db, 'query_code_tries', (table) => {
    hash(table, 'id_number_index').primary();
    table.integer('wrong_tries').notNullable();
    moment(table, 'locked_until');
    moment(table, 'forgotten_at').notNullable().index();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const each of entered) await refuseToLose(db, each);
  for (const table of ['query_code_tries', 'relative_sessions']) await db.schema.dropTable(table);
  await db.raw('alter table applications drop column query_code_hash');
  for (const each of entered) await takeFromStaffOnly(db, each);
}

async function takeFromVisitors(db: Knex, each: Entered): Promise<void> {
  const { table, byStaff, byVisitor } = each;
  if (dialectOf(db) === 'sqlite') {
    return rebuildTable(db, table, (definition) =>
      replaced(
        replaced(definition, staffColumn(byStaff), `\`${byStaff}\` varchar(36), ${visitorColumn(byVisitor)}`),
        /\)\s*$/,
        `, ${checkOf(each)})`,
      ),
    );
  }
  await db.schema.alterTable(table, (altered) => {
    id(altered, byStaff).nullable().alter();
    id(altered, byVisitor).references('visitors.id');
  });
  await db.raw(`alter table ${table} add ${checkOf(each)}`);
}

/** @throws where a visitor has entered something: nobody would have entered it */
async function refuseToLose(db: Knex, { table, byStaff }: Entered): Promise<void> {
  const lost = await db(table).whereNull(byStaff).first('id');
  if (lost)
    throw new Error(`${table} has rows that visitors entered; the schema before has no place for them`);
}

async function takeFromStaffOnly(db: Knex, each: Entered): Promise<void> {
  const { table, byStaff, byVisitor } = each;
  if (dialectOf(db) === 'sqlite') {
    await rebuildTable(db, table, (definition) => definition.replace(`, ${checkOf(each)}`, ''));
    await rebuildTable(db, table, (definition) =>
      replaced(definition, `\`${byStaff}\` varchar(36)`, `\`${byStaff}\` varchar(36) not null`),
    );
    await db.raw(`alter table ${table} drop column ${byVisitor}`);
    return;
  }
  await db.raw(`alter table ${table} drop constraint ${checkName(each)}`);
  await db.schema.alterTable(table, (altered) => {
    altered.dropForeign(byVisitor);
    altered.dropColumn(byVisitor);
    id(altered, byStaff).notNullable().alter();
  });
}

const staffColumn = (column: string) => `\`${column}\` varchar(36) not null`;
const visitorColumn = (column: string) => `\`${column}\` varchar(36) references \`visitors\` (\`id\`)`;
const checkOf = (each: Entered) => `constraint ${checkName(each)} check (${exactlyOne(each)})`;

function replaced(text: string, part: string | RegExp, by: string): string {
  const changed = text.replace(part, by);
  if (changed === text) throw new Error(`the table is not defined as expected: ${text}`);
  return changed;
}
