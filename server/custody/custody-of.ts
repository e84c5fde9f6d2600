import type { Knex } from 'knex';
import { dayBefore } from '../days.ts';
import type { Text } from '../edge/index.ts';
import type { BarKind, CustodyState } from './codes.ts';
import { type BarRow, barsTable } from './tables.ts';

/** Days on which a prisoner has no visits, and why. */
export type CustodyBar = { kind: BarKind; from: string; to: string | null };

/** What visits depend on of where a prisoner is and how it stands: plain facts, kept with a decision as they are. */
export type Custody = {
  prisonerId: string;
  /** The prison that holds the prisoner now, or held them last. */
  prisonId: string;
  prisonName: Text;
  state: CustodyState;
  /** The first day on which it is so; null while held. */
  since: string | null;
  /** Past, present and to come; one that was ended early with its real last day. */
  bars: CustodyBar[];
};

type CustodyRow = {
  id: string;
  prison_id: string;
  name_zh: string;
  name_en: string;
  custody_state: CustodyState;
  custody_since: string | null;
};

/**
 * Of each of these prisoners. Whoever then writes what it forbids holds the prisoner (`loadPrisoner` with `forUpdate`), as
 * every change of these facts does: so either the change is seen here, or what is written was there before it.
 */
export async function loadCustody(db: Knex, prisonerIds: readonly string[]): Promise<Map<string, Custody>> {
  const ids = [...new Set(prisonerIds)];
  const rows: CustodyRow[] = await db('prisoners')
    .join('prisons', 'prisons.id', 'prisoners.prison_id')
    .whereIn('prisoners.id', ids)
    .select('prisoners.id', 'prison_id', 'name_zh', 'name_en', 'custody_state', 'custody_since');
  const bars = await barsTable(db).whereIn('prisoner_id', ids).orderBy(['from_day', 'id']);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        prisonerId: row.id,
        prisonId: row.prison_id,
        prisonName: { zh: row.name_zh, en: row.name_en },
        state: row.custody_state,
        since: row.custody_since,
        bars: bars.filter((bar) => bar.prisoner_id === row.id).flatMap(toCustodyBar),
      },
    ]),
  );
}

/** Of one prisoner who is there. */
export async function custodyOf(db: Knex, prisonerId: string): Promise<Custody> {
  const custody = (await loadCustody(db, [prisonerId])).get(prisonerId);
  if (custody === undefined) throw new Error(`there is no prisoner ${prisonerId}`);
  return custody;
}

/** The last day on which a bar holds; null while nobody has said. */
export function lastDayOfBar({ to_day: to, ended_from: endedFrom }: BarRow): string | null {
  return endedFrom === null ? to : dayBefore(endedFrom);
}

function toCustodyBar(row: BarRow): CustodyBar[] {
  const to = lastDayOfBar(row);
  // Ended before it began.
  if (to !== null && to < row.from_day) return [];
  return [{ kind: row.kind, from: row.from_day, to }];
}
