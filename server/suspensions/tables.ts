import type { Knex } from 'knex';
import type { StopReason } from '../visits/codes.ts';
import type { SuspensionDecision, SuspensionState } from './schema.ts';

export type SuspensionRow = {
  id: string;
  number: string;
  prison_id: string;
  visit_id: string;
  visit_number: string;
  visit_starts_at: string;
  visitor_id: string;
  reason_code: StopReason;
  note: string;
  months: number;
  proposed_by: string;
  proposed_at: string;
};

export type DecisionRow = {
  suspension_id: string;
  step: 'answer' | 'lift';
  decision: SuspensionDecision;
  from_day: string | null;
  to_day: string | null;
  note: string;
  decided_by: string;
  decided_at: string;
};

export const suspensionsTable = (db: Knex) => db<SuspensionRow>('visitor_suspensions');
export const decisionsTable = (db: Knex) => db<DecisionRow>('suspension_decisions');

/** A suspension with what has been decided about it so far. */
export type SuspensionRecord = SuspensionRow & { answer: DecisionRow | null; lift: DecisionRow | null };

/** With `forUpdate`, nobody else decides about it before the transaction ends. */
export async function loadSuspension(
  db: Knex,
  id: string,
  { forUpdate = false } = {},
): Promise<SuspensionRecord | undefined> {
  const query = suspensionsTable(db).where({ id });
  const row = await (forUpdate ? query.forUpdate() : query).first();
  if (row === undefined) return undefined;
  const [record] = await withDecisions(db, [row]);
  return record;
}

export async function suspensionsAfterVisit(db: Knex, visitId: string): Promise<SuspensionRecord[]> {
  return withDecisions(db, await suspensionsTable(db).where({ visit_id: visitId }).orderBy('number'));
}

export type SuspensionFilter = { state?: SuspensionState; prisonId?: string; day: string; limit: number };

/** The newest first. */
export async function findSuspensions(
  db: Knex,
  { state, prisonId, day, limit }: SuspensionFilter,
): Promise<SuspensionRecord[]> {
  const rows: SuspensionRow[] = await db('visitor_suspensions')
    .leftJoin({ answer: 'suspension_decisions' }, (join) =>
      join.on('answer.suspension_id', 'visitor_suspensions.id').andOnVal('answer.step', 'answer'),
    )
    .leftJoin({ lift: 'suspension_decisions' }, (join) =>
      join.on('lift.suspension_id', 'visitor_suspensions.id').andOnVal('lift.step', 'lift'),
    )
    .where((query) => {
      if (prisonId !== undefined) query.where('visitor_suspensions.prison_id', prisonId);
      if (state !== undefined) inState(query, state, day);
    })
    .orderBy([
      { column: 'proposed_at', order: 'desc' },
      { column: 'visitor_suspensions.id', order: 'desc' },
    ])
    .limit(limit)
    .select('visitor_suspensions.*');
  return withDecisions(db, rows);
}

/** The same as `stateOn`, for the database. */
function inState(query: Knex.QueryBuilder, state: SuspensionState, day: string): void {
  if (state === 'proposed') query.whereNull('answer.decision');
  else if (state === 'declined') query.where('answer.decision', 'declined');
  else if (state === 'lifted') query.whereNotNull('lift.decision');
  else {
    query.where('answer.decision', 'approved').whereNull('lift.decision');
    if (state === 'not_begun') query.where('answer.from_day', '>', day);
    if (state === 'in_force') query.where('answer.from_day', '<=', day).where('answer.to_day', '>=', day);
    if (state === 'over') query.where('answer.to_day', '<', day);
  }
}

async function withDecisions(db: Knex, rows: SuspensionRow[]): Promise<SuspensionRecord[]> {
  const decisions = await decisionsTable(db).whereIn(
    'suspension_id',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const find = (step: DecisionRow['step']) =>
      decisions.find((one) => one.suspension_id === row.id && one.step === step) ?? null;
    return { ...row, answer: find('answer'), lift: find('lift') };
  });
}
