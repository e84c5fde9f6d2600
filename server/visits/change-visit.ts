import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { type Closed, endBooking, loadBooking, markAttended } from '../bookings/index.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { NewLedgerEntry } from '../ledger/index.ts';
import { loadPrisoner } from '../people/index.ts';
import { isBarred } from './is-barred.ts';
import { nextState } from './next-state.ts';
import { planVisit } from './plan-visit.ts';
import { refusalOf, visitRefusals } from './refusals.ts';
import type { VisitEventKind } from './schema.ts';
import type { SystemFacts } from './system-health.ts';
import { insertHappenings, insertVisit, readVisit, updateVisit, visitsTable } from './tables.ts';
import type { Happening, Transition, VisitEvent, VisitPlan, VisitState } from './visit-state.ts';

/** An event that is known, or one that is made of what the transaction finds: then the rows beside it are written there too. */
export type Change =
  | { event: VisitEvent }
  | { prepare(trx: Knex.Transaction, visit: { state: VisitState; plan: VisitPlan }): Promise<VisitEvent> };

export type Changed = Transition & { plan: VisitPlan; version: number; barred: boolean };

/** A visit, locked until the transaction ends; without a row it is made of its booking. */
type Found = { state: VisitState; plan: VisitPlan; version: number; isNew: boolean };

/**
 * The one way in which a visit changes in the database: its row, its timeline, its booking and the prison's book, in one
 * transaction. Effects are left to the caller, who has them after the commit.
 */
export async function changeVisit(
  foundation: Foundation,
  visitId: string,
  change: Change,
  system: SystemFacts,
): Promise<Changed> {
  return inTransaction(foundation.db, async (trx) => {
    const found = await findVisit(trx, visitId);
    // The rows beside it refer to the visit's.
    if (found.isNew && 'prepare' in change) await insertVisit(trx, found.plan, isoNow(foundation.clock));
    const event = 'event' in change ? change.event : await change.prepare(trx, found);
    const barred = await isBarred(trx, visitId, found.state);
    const transition = nextState(found.state, event, { plan: found.plan, ...system, barred });
    // What `prepare` wrote goes with the refusal.
    if (transition.refused && 'prepare' in change) throw refusalOf(transition.refused, found.plan);
    const { plan } = found;
    if (transition.happened.length === 0) return { ...transition, plan, version: found.version, barred };
    const version = found.version + 1;
    if (found.isNew) {
      if ('event' in change) await insertVisit(trx, found.plan, isoNow(foundation.clock));
      if (transition.state.name !== 'ended') await attendBooking(trx, visitId);
    }
    await write(trx, foundation, found, { ...transition, version });
    return { ...transition, plan, version, barred };
  });
}

async function findVisit(trx: Knex.Transaction, visitId: string): Promise<Found> {
  const row = await visitsTable(trx).where({ id: visitId }).forUpdate().first();
  if (row) return { ...readVisit(row), isNew: false };
  const seen = await loadBooking(trx, visitId);
  if (!seen) throw edgeRefusals.not_found();
  // Before the booking, as everyone does: a visit that ends at once writes the prisoner's quota.
  await loadPrisoner(trx, seen.prisonerId, { forUpdate: true });
  const booking = (await loadBooking(trx, visitId, { forUpdate: true })) ?? seen;
  if (booking.state !== 'booked') throw visitRefusals.visit_cancelled();
  return { state: { name: 'scheduled' }, plan: await planVisit(trx, booking), version: 0, isNew: true };
}

async function attendBooking(trx: Knex.Transaction, visitId: string): Promise<void> {
  const booking = await loadBooking(trx, visitId);
  if (booking) await markAttended(trx, booking);
}

async function write(
  trx: Knex.Transaction,
  foundation: Foundation,
  { plan, state: before }: Found,
  { state, version, happened }: { state: VisitState; version: number; happened: Happening[] },
): Promise<void> {
  const { ledger } = foundation;
  const at = happened.at(-1)?.at ?? plan.startsAt;
  await updateVisit(trx, { plan, state, version, at }).catch((error) => {
    // Only the guards of the room and the terminal can be violated here.
    throw isUniqueViolation(error) ? visitRefusals.place_still_in_use() : error;
  });
  await insertHappenings(trx, plan.visitId, happened);
  const ending = state.name === 'ended' && before.name !== 'ended' ? happened.find(saysOutcome) : undefined;
  const closed = ending && (await close(trx, foundation, { plan, state, ending }));
  for (const happening of happened)
    await ledger.append(trx, entryOf(plan, happening, happening === ending ? closed : undefined));
}

const saysOutcome = ({ facts }: Happening) => facts.outcome !== undefined;

/** The booking is over, with what that means for the quota. */
async function close(
  trx: Knex.Transaction,
  foundation: Foundation,
  { plan, state, ending }: { plan: VisitPlan; state: VisitState; ending: Happening },
): Promise<Closed | undefined> {
  if (state.name !== 'ended') return undefined;
  return endBooking(trx, foundation, plan.visitId, {
    outcome: state.outcome,
    wasLive: state.talkedMs !== null,
    by: ending.by ? { kind: 'staff', id: ending.by.id } : { kind: 'system', id: 'server' },
  });
}

/** Where a rule decided: the entry names its version. */
const decidedByRules: readonly VisitEventKind[] = [
  'visitors_checked',
  'went_live',
  'time_warning',
  'extended',
  'time_used_up',
  'closed_without_visit',
];

function entryOf(
  plan: VisitPlan,
  { kind, at, side, by, facts, subjects = [] }: Happening,
  closed: Closed = { facts: {}, rules: [] },
): NewLedgerEntry {
  const rules = [...(decidedByRules.includes(kind) ? plan.rules : []), ...closed.rules];
  return {
    bookId: plan.prisonId,
    kind: `visit_${kind}`,
    actor: by ? { kind: 'staff', id: by.id, role: by.role } : { kind: 'system', id: 'server' },
    subjects: [
      { kind: 'visit', id: plan.visitId },
      { kind: 'application', id: plan.applicationId },
      ...(subjects.some((subject) => subject.kind === 'prisoner')
        ? []
        : [{ kind: 'prisoner', id: plan.prisonerId }]),
      ...subjects,
    ],
    facts: { at, ...(side ? { side } : {}), ...facts, ...closed.facts },
    ...(rules.length > 0 ? { rules } : {}),
  };
}
