import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import type { ApplicationKind, MobilityNeed } from '../../server/applications/schema.ts';
import { isoNow } from '../../server/clock.ts';
import type { StaffPrincipal } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { registerVisitor } from '../../server/people/index.ts';
import type { Grade } from '../../server/people/schema.ts';
import { ensureDefaultRules, type RuleKey } from '../../server/rules/index.ts';
import { idNumberOf } from '../support/id-numbers.ts';

/** Two prisons that receive visits on every working weekday, 08:30 to 11:30: four slots. */
export const prisons = ['wujiawa', 'sichahe'] as const;
export type PrisonId = (typeof prisons)[number];
export const terminalsOf = (prisonId: PrisonId, count = 2) =>
  Array.from({ length: count }, (_, n) => `${prisonId}-terminal-${n + 1}`);
export const stepFreeRoom = 'room-1';

export const officer: StaffPrincipal = {
  kind: 'staff',
  id: 'officer-1',
  username: 'officer',
  displayName: '区工作人员',
  role: 'district_officer',
  prisonId: null,
};

/** Only the first room is step-free. */
export async function seedDistrict(
  { db, clock, ledger }: Foundation,
  { rooms = 2, terminals = 2 }: { rooms?: number; terminals?: number } = {},
): Promise<void> {
  const named = (id: string) => ({ id, name_zh: id, name_en: id });
  await ensureDefaultRules(db, clock);
  await inTransaction(db, async (trx) => {
    await trx('corrections_centres').insert(named('centre'));
    for (let n = 1; n <= rooms; n += 1)
      await trx('visit_rooms').insert({ ...named(`room-${n}`), centre_id: 'centre', step_free: n === 1 });
    for (const prisonId of prisons) {
      await trx('prisons').insert(named(prisonId));
      await trx('wards').insert({ ...named(`${prisonId}-ward`), prison_id: prisonId });
      for (const id of terminalsOf(prisonId, terminals))
        await trx('terminals').insert({ ...named(id), prison_id: prisonId });
      await trx('session_templates').insert({
        id: uuid(),
        prison_id: prisonId,
        name: '上午',
        weekdays: '1,2,3,4,5',
        opens_at: '08:30',
        closes_at: '11:30',
        open_on_holidays: false,
        valid_from: '2026-01-01',
      });
      await ledger.foundBook(trx, { prisonId, origin: `visits.example/${prisonId}` });
    }
    await trx('staff').insert({
      id: officer.id,
      username: officer.username,
      display_name: officer.displayName,
      role: officer.role,
      password_hash: '',
      created_at: isoNow(clock),
    });
  });
}

export const testRuleSource = 'a test';

/** A rule's value for everybody, from now on. */
export async function setRule({ db, clock }: Foundation, key: RuleKey, value: unknown): Promise<void> {
  await db('rules').insert({
    id: uuid(),
    key,
    value: JSON.stringify(value),
    scope_kind: 'all',
    scope_id: '',
    source: testRuleSource,
    effective_from: isoNow(clock),
    confirmed: false,
    created_at: isoNow(clock),
  });
}

export async function addPrisoner(
  { db }: Foundation,
  {
    prisonId = 'wujiawa',
    wardId = `${prisonId}-ward`,
    grade = 'ordinary',
  }: { prisonId?: PrisonId; wardId?: string; grade?: Grade } = {},
): Promise<string> {
  const id = uuid();
  await db('prisoners').insert({
    id,
    prison_id: prisonId,
    ward_id: wardId,
    number: id.slice(-12),
    name: '某甲',
    grade,
    category: 'general',
    salt: randomBytes(32).toString('base64'),
  });
  return id;
}

/** What hangs on bookings, the last to be written first. */
const ofBookings = [
  'no_show_excuses',
  'booking_reviews',
  'notice_delivery_events',
  'notice_deliveries',
  'notices',
  'occupancies',
];

/** An empty calendar: no booking, or none in these states, and nothing that hangs on one. */
export async function emptyCalendar(db: Knex, states?: readonly string[]): Promise<void> {
  for (const table of ofBookings) await db(table).delete();
  await db('bookings')
    .where((query) => states && query.whereIn('state', [...states]))
    .delete();
}

let visitorsMade = 0;

export async function addVisitor(foundation: Foundation): Promise<string> {
  visitorsMade += 1;
  const person = { name: '某乙', idNumber: idNumberOf('1980-01-01', visitorsMade), phone: '13800000000' };
  return (await inTransaction(foundation.db, (trx) => registerVisitor(trx, foundation, person))).id;
}

export type ApplicationFacts = {
  prisonId?: PrisonId;
  wardId?: string;
  createdBy?: string;
  prisonerId?: string;
  grade?: Grade;
  visitorIds?: string[];
  kind?: ApplicationKind;
  mobilityNeeds?: MobilityNeed[];
  state?: string;
};

/** An approved application of a prisoner and a visitor of its own, unless said otherwise. Gives its id. */
export async function addApplication(foundation: Foundation, facts: ApplicationFacts = {}): Promise<string> {
  const {
    prisonId = 'wujiawa',
    grade,
    kind = 'family_visit',
    mobilityNeeds = [],
    state = 'approved',
  } = facts;
  const prisonerId =
    facts.prisonerId ?? (await addPrisoner(foundation, { prisonId, wardId: facts.wardId, grade }));
  const visitorIds = facts.visitorIds ?? [await addVisitor(foundation)];
  const id = uuid();
  const now = isoNow(foundation.clock);
  await foundation.db('applications').insert({
    id,
    number: `SQ-${id.slice(-12)}`,
    kind,
    state,
    origin: 'district',
    prison_id: prisonId,
    prisoner_id: prisonerId,
    language: 'mandarin',
    interpreter: '',
    mobility_needs: mobilityNeeds.join(','),
    wishes: '',
    state_since: now,
    created_by: facts.createdBy ?? officer.id,
    created_at: now,
    version: 1,
  });
  await foundation.db('application_visitors').insert(
    visitorIds.map((visitorId, n) => ({
      application_id: id,
      visitor_id: visitorId,
      position: n + 1,
      relationship: 'spouse',
      organisation: '',
    })),
  );
  return id;
}

/** The code of the refusal that an attempt meets, or `done`. Anything that is not a refusal is thrown on. */
export async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return (error as Error & { code: string }).code;
    throw error;
  }
}
