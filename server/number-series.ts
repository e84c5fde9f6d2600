import type { Knex } from 'knex';

/**
 * The next number of a series, such as `SQ-2026-000123`. The series stays locked until the transaction ends: a number is
 * never given twice, and one that was rolled back is given again.
 */
export async function nextNumber(trx: Knex.Transaction, prefix: string, year: number): Promise<string> {
  const series = `${prefix}-${year}`;
  // One statement that takes the row's lock at once: to insert and then to increment deadlocks when many ask together.
  await trx('number_series')
    .insert({ series, last: 1 })
    .onConflict('series')
    .merge({ last: trx.raw('number_series.last + 1') });
  const { last } = await trx('number_series').where({ series }).first('last');
  return `${series}-${String(last).padStart(6, '0')}`;
}
