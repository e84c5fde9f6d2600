import type { Knex } from 'knex';
import { dialectOf } from '../dialect.ts';
import { code, createTable, hash, id, moment } from './columns.ts';

/** The ledger books. Entries and their subjects are only ever added: the database itself refuses anything else. */
export async function up(db: Knex): Promise<void> {
  await createTableOnce(db, 'ledger_books', (table) => {
    id(table, 'id').primary();
    table.string('origin', 200).notNullable().unique();
    table.string('hash_algorithm', 16).notNullable();
    table.integer('size').unsigned().notNullable();
    table.text('edge').notNullable();
    table.string('vkey', 300).notNullable();
    moment(table, 'founded_at').notNullable();
  });

  await createTableOnce(db, 'ledger_entries', (table) => {
    id(table, 'book_id').notNullable().references('ledger_books.id');
    table.integer('entry_index').unsigned().notNullable();
    table.text('entry', 'mediumtext').notNullable();
    moment(table, 'at').notNullable();
    code(table, 'kind').notNullable();
    hash(table, 'leaf_hash').notNullable();
    table.text('checkpoint').notNullable();
    table.primary(['book_id', 'entry_index']);
    table.index(['book_id', 'kind', 'entry_index']);
    table.index(['book_id', 'at']);
  });

  await createTableOnce(db, 'ledger_subjects', (table) => {
    id(table, 'book_id').notNullable();
    table.integer('entry_index').unsigned().notNullable();
    code(table, 'subject_kind').notNullable();
    table.string('subject_id', 64).notNullable();
    table.primary(['book_id', 'entry_index', 'subject_kind', 'subject_id']);
    table.index(['book_id', 'subject_id', 'entry_index']);
  });

  for (const guard of dialectOf(db) === 'sqlite' ? [...guards, neverReplaced] : guards) {
    await orSayWhatToSet(async () => {
      await db.raw(`drop trigger if exists ${guard.name}`);
      await db.raw(triggerSql(db, guard));
    });
  }
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['ledger_subjects', 'ledger_entries', 'ledger_books']) await db.schema.dropTable(table);
}

/** MySQL keeps the tables of a migration that failed at its triggers; it is run again once they are allowed. */
async function createTableOnce(
  db: Knex,
  name: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  if (!(await db.schema.hasTable(name))) await createTable(db, name, columns);
}

type Guard = { name: string; on: string; when: string };

const guards: readonly Guard[] = [
  { name: 'ledger_entries_never_updated', on: 'update on ledger_entries', when: '1 = 1' },
  { name: 'ledger_entries_never_deleted', on: 'delete on ledger_entries', when: '1 = 1' },
  { name: 'ledger_subjects_never_updated', on: 'update on ledger_subjects', when: '1 = 1' },
  { name: 'ledger_subjects_never_deleted', on: 'delete on ledger_subjects', when: '1 = 1' },
  { name: 'ledger_books_never_deleted', on: 'delete on ledger_books', when: '1 = 1' },
  { name: 'ledger_books_never_shrink', on: 'update on ledger_books', when: 'new.size < old.size' },
];

/** SQLite runs no delete triggers for the rows that INSERT OR REPLACE throws out; MySQL runs them for REPLACE. */
const neverReplaced: Guard = {
  name: 'ledger_entries_never_replaced',
  on: 'insert on ledger_entries',
  when: 'exists (select 1 from ledger_entries where book_id = new.book_id and entry_index = new.entry_index)',
};

function triggerSql(db: Knex, { name, on, when }: Guard): string {
  const refusal = 'the ledger is never changed';
  return dialectOf(db) === 'sqlite'
    ? `create trigger ${name} before ${on} when ${when} begin select raise(abort, '${refusal}'); end`
    : `create trigger ${name} before ${on} for each row begin if ${when} then signal sqlstate '45000' set message_text = '${refusal}'; end if; end`;
}

async function orSayWhatToSet(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // ER_BINLOG_CREATE_ROUTINE_NEED_SUPER
    if ((error as { errno?: number }).errno !== 1419) throw error;
    throw new Error(
      'The database server writes a binary log and therefore refuses the triggers that guard the ledger. Set ' +
        'log_bin_trust_function_creators = 1 in its configuration (or once: SET GLOBAL ' +
        'log_bin_trust_function_creators = 1) and start again.',
      { cause: error },
    );
  }
}
