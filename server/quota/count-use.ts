import type { Knex } from 'knex';
import { fromStoredTime } from '../clock.ts';
import { edgesOf, monthOf } from './month.ts';
import type { QuotaFacts } from './quota-of-month.ts';
import { exceptionsTable, standingOnSite } from './tables.ts';

export type UseAsked = {
  /** Of everybody, unless given. */
  prisonerIds?: readonly string[];
  /** Months, both included. */
  from: string;
  to: string;
  /** A booking that is left out: one that would give up its place. */
  except?: string | undefined;
};

/** What was counted, by prisoner and month. */
export type QuotaUse = { of(prisonerId: string, month: string): QuotaFacts };

type Counted = { kind: keyof QuotaFacts; prisoner_id: string; moment: string };

/** Counts what the quotas of some months depend on, in one query. Whoever decides by it holds the prisoner. */
export async function countUse(db: Knex, { prisonerIds, from, to, except }: UseAsked): Promise<QuotaUse> {
  const ofPrisoners = (query: Knex.QueryBuilder, column: string) =>
    prisonerIds === undefined ? query : query.whereIn(column, [...new Set(prisonerIds)]);
  const remote = db('bookings')
    .where({ kind: 'family_visit', given_back: false, outside_quota: false })
    .whereBetween('starts_at', [edgesOf(from).first, edgesOf(to).last])
    .where((query) => except && query.whereNot({ id: except }))
    .select(db.raw("'remote' as kind"), 'prisoner_id', { moment: 'starts_at' });
  const onSite = standingOnSite(db)
    .whereBetween('visit.day', [`${from}-01`, `${to}-31`])
    .select(db.raw("'onSite' as kind"), 'visit.prisoner_id', { moment: 'visit.day' });
  const exceptions = exceptionsTable(db)
    .whereNull('withdrawn_at')
    .whereBetween('month', [from, to])
    .select(db.raw("'exceptions' as kind"), 'prisoner_id', { moment: 'month' });
  const rows: Counted[] = await ofPrisoners(remote, 'prisoner_id').unionAll([
    ofPrisoners(onSite, 'visit.prisoner_id'),
    ofPrisoners(exceptions, 'prisoner_id'),
  ]);

  const counts = new Map<string, QuotaFacts>();
  for (const { kind, prisoner_id: prisonerId, moment } of rows) {
    const month = kind === 'remote' ? monthOf(fromStoredTime(moment)) : moment.slice(0, 7);
    const key = `${prisonerId} ${month}`;
    const facts = counts.get(key) ?? { ...nothing };
    facts[kind] += 1;
    counts.set(key, facts);
  }
  return { of: (prisonerId, month) => counts.get(`${prisonerId} ${month}`) ?? { ...nothing } };
}

const nothing: QuotaFacts = { remote: 0, onSite: 0, exceptions: 0 };
