import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf, fromStoredTime } from '../clock.ts';
import type { PrisonerRow } from '../people/index.ts';
import { loadRules } from '../rules/index.ts';
import { countUse } from './count-use.ts';
import { edgesOf, ruleTimeOf } from './month.ts';
import { quotaOf } from './quota-of-month.ts';
import type { Ending, QuotaOfMonth, QuotaVisit } from './schema.ts';
import { excusesTable, standingOnSiteOf } from './tables.ts';
import { quotaRulesOf } from './watch-quota.ts';

type RemoteRow = {
  id: string;
  number: string;
  starts_at: string;
  ending: Ending | null;
  given_back: boolean | 0 | 1;
  outside_quota: boolean | 0 | 1;
  makeup_of: string | null;
};

export type MonthAsked = {
  months: readonly string[];
  now: DateTime;
  /** A booking that is left out: the one that would be moved. */
  except?: string | undefined;
};

/** Some months of a prisoner: what is allowed, what is used, and by which visits. */
export async function loadMonths(
  db: Knex,
  prisoner: PrisonerRow,
  { months, now, except }: MonthAsked,
): Promise<QuotaOfMonth[]> {
  const sorted = [...new Set(months)].sort();
  const [from, to] = [sorted[0], sorted.at(-1)];
  if (from === undefined || to === undefined) return [];
  const { id, prison_id: prisonId, grade, category } = prisoner;
  const use = await countUse(db, { prisonerIds: [id], from, to, except });
  const visits = await visitsIn(db, id, { from, to, except });
  const answer: QuotaOfMonth[] = [];
  for (const month of sorted) {
    const rules = await loadRules(db, { at: ruleTimeOf(month, now), prisonId, grade, category });
    const quotaRules = quotaRulesOf(rules);
    answer.push({
      month,
      ...quotaOf(use.of(id, month), quotaRules),
      byRule: quotaRules.visitsPerMonth,
      onSiteVisitsCount: quotaRules.onSiteVisitsCount,
      visits: visits
        .filter(({ day }) => day.startsWith(month))
        .map((visit) =>
          visit.kind === 'on_site' ? { ...visit, counts: quotaRules.onSiteVisitsCount } : visit,
        ),
    });
  }
  return answer;
}

/** Every visit of the months but those that were cancelled, by its day. */
async function visitsIn(
  db: Knex,
  prisonerId: string,
  { from, to, except }: { from: string; to: string; except: string | undefined },
): Promise<QuotaVisit[]> {
  const rows: RemoteRow[] = await db('bookings')
    .where({ prisoner_id: prisonerId, kind: 'family_visit' })
    .whereBetween('starts_at', [edgesOf(from).first, edgesOf(to).last])
    .where((query) => query.whereNull('ending').orWhereNot({ ending: 'cancelled' }))
    .where((query) => except && query.whereNot({ id: except }))
    .select('id', 'number', 'starts_at', 'ending', 'given_back', 'outside_quota', 'makeup_of');
  const excused: string[] = await excusesTable(db)
    .whereIn(
      'booking_id',
      rows.map(({ id }) => id),
    )
    .pluck('booking_id');
  const remote = rows.map(
    (row): QuotaVisit => ({
      kind: 'remote',
      id: row.id,
      number: row.number,
      startsAt: row.starts_at,
      day: dayOf(fromStoredTime(row.starts_at)),
      ending: row.ending,
      counts: !row.given_back && !row.outside_quota,
      makeup: row.makeup_of !== null,
      excused: excused.includes(row.id),
    }),
  );
  const onSite = (await standingOnSiteOf(db, prisonerId)).flatMap(({ id, day }): QuotaVisit[] =>
    day === null || day.slice(0, 7) < from || day.slice(0, 7) > to
      ? []
      : [{ ...onSiteVisit, id, day, kind: 'on_site' }],
  );
  return [...remote, ...onSite].sort((a, b) =>
    `${a.day} ${a.startsAt ?? ''}`.localeCompare(`${b.day} ${b.startsAt ?? ''}`),
  );
}

const onSiteVisit = {
  number: null,
  startsAt: null,
  ending: 'took_place',
  counts: true,
  makeup: false,
  excused: false,
} as const;
