import type { Knex } from 'knex';
import type { Side, VisitEventKind, VisitStateName } from './schema.ts';
import type { Happening, VisitPlan, VisitState } from './visit-state.ts';

export type VisitRow = {
  id: string;
  prison_id: string;
  state: VisitStateName;
  state_facts: string;
  plan: string;
  alive_at: string | null;
  live_visit_room_id: string | null;
  live_terminal_id: string | null;
  created_at: string;
  version: number;
};

type VisitEventRow = {
  visit_id: string;
  position: number;
  at: string;
  kind: VisitEventKind;
  side: Side | null;
  by_staff_id: string | null;
  facts: string;
  note: string;
};

export const visitsTable = (db: Knex) => db<VisitRow>('visits');
const visitEventsTable = (db: Knex) => db<VisitEventRow>('visit_events');

/** A visit as it was last written. */
export type VisitRecord = {
  state: VisitState;
  plan: VisitPlan;
  version: number;
  aliveAt: string | null;
};

export function readVisit(row: VisitRow): VisitRecord {
  return {
    state: JSON.parse(row.state_facts) as VisitState,
    plan: JSON.parse(row.plan) as VisitPlan,
    version: row.version,
    aliveAt: row.alive_at,
  };
}

/** From `ready` to the end nobody else can have the room or the terminal: a unique key sees to it. */
function guardsOf(state: VisitState, plan: VisitPlan) {
  const live = state.name === 'ready' || state.name === 'live' || state.name === 'paused';
  return {
    live_visit_room_id: live ? plan.visitRoomId : null,
    live_terminal_id: live ? plan.terminalId : null,
  };
}

export async function insertVisit(trx: Knex.Transaction, plan: VisitPlan, createdAt: string): Promise<void> {
  const nothingYet: VisitState = { name: 'scheduled' };
  await visitsTable(trx).insert({
    id: plan.visitId,
    prison_id: plan.prisonId,
    state: nothingYet.name,
    state_facts: JSON.stringify(nothingYet),
    plan: JSON.stringify(plan),
    alive_at: null,
    ...guardsOf(nothingYet, plan),
    created_at: createdAt,
    version: 0,
  });
}

export async function updateVisit(
  trx: Knex.Transaction,
  { plan, state, version, at }: { plan: VisitPlan; state: VisitState; version: number; at: string },
): Promise<void> {
  await visitsTable(trx)
    .where({ id: plan.visitId })
    .update({
      state: state.name,
      state_facts: JSON.stringify(state),
      ...guardsOf(state, plan),
      ...(state.name === 'live' ? { alive_at: at } : {}),
      version,
    });
}

export async function insertHappenings(
  trx: Knex.Transaction,
  visitId: string,
  happened: readonly Happening[],
): Promise<void> {
  const last = await visitEventsTable(trx)
    .where({ visit_id: visitId })
    .max<{ position: number | null }>({ position: 'position' })
    .first();
  const first = (last?.position ?? 0) + 1;
  await visitEventsTable(trx).insert(
    happened.map(({ at, kind, side, by, facts, note }, index) => ({
      visit_id: visitId,
      position: first + index,
      at,
      kind,
      side,
      by_staff_id: by?.id ?? null,
      facts: JSON.stringify(facts),
      note: note ?? '',
    })),
  );
}

export type TimelineRow = VisitEventRow & { by_name: string | null };

export async function timelineOf(db: Knex, visitId: string): Promise<TimelineRow[]> {
  return db('visit_events')
    .leftJoin('staff', 'staff.id', 'visit_events.by_staff_id')
    .where({ visit_id: visitId })
    .orderBy('position')
    .select('visit_events.*', { by_name: 'staff.display_name' });
}
