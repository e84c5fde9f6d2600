import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';

type Row = Record<string, unknown>;
/** What a piece of work left in the database: rows that were added, by table, and the ids that are new with them. */
export type RowsWritten = { added: [table: string, rows: Row[]][]; newIds: string[] };

/** Where others refer to: their rows go in first. */
const referredTo = ['bookings', 'notices'];

/** Does it once, and finds the rows by comparing every table before and after. */
export async function rowsWrittenBy(db: Knex, work: () => Promise<unknown>): Promise<RowsWritten> {
  const before = await everyRow(db);
  await work();
  const after = await everyRow(db);
  const added = [...after].flatMap(([table, rows]): RowsWritten['added'] => {
    const known = new Set(before.get(table)?.map((row) => JSON.stringify(row)));
    const isMore = rows.length > known.size;
    return isMore ? [[table, rows.filter((row) => !known.has(JSON.stringify(row)))]] : [];
  });
  added.sort(([one], [other]) => order(one) - order(other));
  const newIds = added.flatMap(([, rows]) => rows.map(({ id }) => id)).filter((id) => typeof id === 'string');
  return { added, newIds };
}

const order = (table: string) => (referredTo.includes(table) ? referredTo.indexOf(table) : referredTo.length);

async function everyRow(db: Knex): Promise<Map<string, Row[]>> {
  const tables: string[] = await db('information_schema.tables')
    .whereRaw('table_schema = database()')
    .whereNotIn('table_name', ['number_series', 'ledger_books'])
    .whereNot('table_name', 'like', 'knex%')
    .pluck('table_name');
  const rows = new Map<string, Row[]>();
  for (const table of tables) rows.set(table, await db(table).select());
  return rows;
}

let copies = 0;

/**
 * Writes the same rows once more under ids of their own, with the two rows that everybody waits for: a series of numbers
 * first, a ledger book last, both of their own so that the real ones stay whole.
 */
export async function writeAgain(
  trx: Knex.Transaction,
  { added, newIds }: RowsWritten,
  bookId: string,
): Promise<void> {
  copies += 1;
  const copy = copies;
  const ids = newIds.map((id) => [id, uuid()] as const);
  const renamed = (value: unknown) =>
    typeof value === 'string' ? ids.reduce((text, [from, to]) => text.replaceAll(from, to), value) : value;
  await trx('number_series')
    .insert({ series: 'BENCH', last: 1 })
    .onConflict('series')
    .merge({ last: trx.raw('number_series.last + 1') });
  const isOfLedger = (table: string) => table.startsWith('ledger_');
  for (const [table, rows] of added.filter(([name]) => !isOfLedger(name))) {
    await trx(table).insert(rows.map((row) => unlike(mapped(row, renamed), copy)));
  }
  await trx('ledger_books').where({ id: bookId }).increment('size', 1);
  const { size } = await trx('ledger_books').where({ id: bookId }).first('size');
  for (const [table, rows] of added.filter(([name]) => isOfLedger(name))) {
    const place = { book_id: bookId, entry_index: size - 1 };
    await trx(table).insert(rows.map((row) => ({ ...mapped(row, renamed), ...place })));
  }
}

const mapped = (row: Row, map: (value: unknown) => unknown): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, map(value)]));

/** What else has to differ between two bookings: the number, the place that an application has once, and the time taken. */
function unlike(row: Row, copy: number): Row {
  const later = 10_000_000 + copy * 100;
  return {
    ...row,
    ...('number' in row ? { number: `B-${copy}` } : {}),
    ...('live_application_id' in row ? { live_application_id: null } : {}),
    ...(typeof row.step === 'number' ? { step: row.step + later } : {}),
  };
}
