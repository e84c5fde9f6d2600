import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import { covers, type Period } from '../days.ts';

/** Days on which a visitor may not visit: approved, and not lifted. */
export type VisitorBar = Period & { visitorId: string; visitorName: string };

/**
 * Every bar of these visitors, past, present and to come. Whoever then writes what a bar forbids holds the visitors
 * (`lockVisitors`), as the approval does: so either the approval is seen here, or what is written was there before it.
 */
export async function barsOf(db: Knex, visitorIds: readonly string[]): Promise<VisitorBar[]> {
  const rows: { visitor_id: string; name: string; from_day: string; to_day: string }[] = await db(
    'visitor_suspensions',
  )
    .join('visitors', 'visitors.id', 'visitor_suspensions.visitor_id')
    .join({ answer: 'suspension_decisions' }, (join) =>
      join.on('answer.suspension_id', 'visitor_suspensions.id').andOnVal('answer.step', 'answer'),
    )
    .leftJoin({ lift: 'suspension_decisions' }, (join) =>
      join.on('lift.suspension_id', 'visitor_suspensions.id').andOnVal('lift.step', 'lift'),
    )
    .whereIn('visitor_id', [...new Set(visitorIds)])
    .where('answer.decision', 'approved')
    .whereNull('lift.decision')
    .orderBy(['answer.from_day', 'visitor_suspensions.number'])
    .select('visitor_id', 'visitors.name', 'answer.from_day', 'answer.to_day');
  return rows.map((row) => ({
    visitorId: row.visitor_id,
    visitorName: row.name,
    from: row.from_day,
    to: row.to_day,
  }));
}

/** The bars that hold at a moment, by the day of Asia/Shanghai. */
export function holdingAt(bars: readonly VisitorBar[], at: DateTime): VisitorBar[] {
  return bars.filter((bar) => covers(bar, dayOf(at)));
}

/** What bars these visitors at a moment. */
export async function activeSuspensions(
  db: Knex,
  visitorIds: readonly string[],
  at: DateTime,
): Promise<VisitorBar[]> {
  return holdingAt(await barsOf(db, visitorIds), at);
}
