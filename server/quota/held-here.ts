import type { Knex } from 'knex';

/** When a prisoner came to a prison, or left it: days of Asia/Shanghai, the earliest first. */
export type Stay = { day: string; came: boolean };

const arrivals = ['entered', 'received', 'returned'];
const departures = ['moved_out', 'left', 'released'];

/** What is on record of a prisoner's coming to a prison and leaving it; nothing of those who were there before the records. */
export async function staysAt(
  db: Knex,
  { prisonerId, prisonId }: { prisonerId: string; prisonId: string },
): Promise<Stay[]> {
  const rows: { day: string; kind: string }[] = await db('prisoner_changes')
    .where({ prisoner_id: prisonerId, prison_id: prisonId })
    .whereIn('kind', [...arrivals, ...departures])
    .orderBy(['day', 'version'])
    .select('day', 'kind');
  return rows.map(({ day, kind }) => ({ day, came: arrivals.includes(kind) }));
}

/** Whether the prisoner was there on a day: on that of the coming and of the leaving too. Otherwise, what stands against it. */
export function notThereOn(
  stays: readonly Stay[],
  day: string,
): { arrived: string } | { left: string } | undefined {
  const last = stays.findLast((stay) => stay.day <= day);
  if (last === undefined) {
    const [first] = stays;
    return first?.came ? { arrived: first.day } : undefined;
  }
  return last.came || last.day === day ? undefined : { left: last.day };
}
