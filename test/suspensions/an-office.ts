import type { AddressInfo } from 'node:net';
import express from 'express';
import { applicationRoutes } from '../../server/applications/index.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { bookingRoutes, loadBooking } from '../../server/bookings/index.ts';
import { checkInVisitors } from '../../server/check-in/check-in-visitors.ts';
import { undertaking } from '../../server/check-in/undertaking.ts';
import { isoNow } from '../../server/clock.ts';
import { type Role, type StaffPrincipal, serveRoutes } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { reviewRoutes } from '../../server/reviews/routes.ts';
import { suspensionRoutes } from '../../server/suspensions/index.ts';
import type { ProposeBody, Suspension, SuspensionsOfVisit } from '../../server/suspensions/schema.ts';
import { changeVisit } from '../../server/visits/change-visit.ts';
import type { StopReason } from '../../server/visits/codes.ts';
import { loadViolationFacts, type Officer } from '../../server/visits/index.ts';
import { addApplication, addVisitor, officer, seedDistrict, setRule } from '../bookings/a-district.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { type Answer, createClient } from '../support/test-server.ts';

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
export const today = '2026-11-24T02:00:00.000Z';

const people = {
  [officer.id]: { role: 'district_officer', prisonId: null },
  supervisor: { role: 'district_supervisor', prisonId: null },
  'wujiawa.officer': { role: 'prison_officer', prisonId: 'wujiawa' },
  'wujiawa.approver': { role: 'prison_approver', prisonId: 'wujiawa' },
  'wujiawa.approver-2': { role: 'prison_approver', prisonId: 'wujiawa' },
  'sichahe.officer': { role: 'prison_officer', prisonId: 'sichahe' },
  'sichahe.approver': { role: 'prison_approver', prisonId: 'sichahe' },
  auditor: { role: 'auditor', prisonId: null },
} as const satisfies Record<string, { role: Role; prisonId: string | null }>;

export type Problem = { code: string; title: string };

/** Suspensions with all that asks them, over HTTP, on a database of its own with two prisons. */
export type SuspensionOffice = Awaited<ReturnType<typeof openSuspensionOffice>>;

export async function openSuspensionOffice(database: TestDatabase) {
  const { db } = database;
  const clock: TestClock = testClock('2026-11-02T01:00:00.000Z');
  const foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation);
  await setRule(foundation, 'max_lead_days', 366);
  for (const [id, { role, prisonId }] of Object.entries(people)) {
    if (id === officer.id) continue;
    await db('staff').insert({
      id,
      username: id,
      display_name: id,
      role,
      prison_id: prisonId,
      password_hash: '',
      created_at: isoNow(clock),
    });
  }
  clock.set(today);
  const served = await serve(foundation);
  let visitsMade = 0;

  const office = {
    db,
    clock,
    foundation,
    ask: async <T = Problem>(
      who: string,
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
      language: 'zh' | 'en' = 'en',
    ) =>
      served.client.request<T>(method, path, body, {
        cookie: `session=${who}`,
        'accept-language': language,
      }),

    /** A visit of the past that was live with these visitors, warned of or stopped as wanted. Gives its id. */
    async visit({
      visitorIds,
      prisonId = 'wujiawa',
      reason,
      warned = false,
      end = true,
    }: VisitWanted = {}): Promise<string> {
      const now = clock.now();
      clock.set('2026-11-02T01:00:00.000Z');
      const startsAt = pastSlot(visitsMade);
      visitsMade += 1;
      const applicationId = await addApplication(foundation, {
        prisonId,
        ...(visitorIds ? { visitorIds } : {}),
      });
      const terminalId = `${prisonId}-terminal-1`;
      const id = await bookVisit(foundation, officer, {
        applicationId,
        startsAt,
        visitRoomId: 'room-1',
        terminalId,
      });
      clock.set(startsAt);
      await checkIn(foundation, id, startsAt);
      if (warned) await office.happen(id, { type: 'warn', warning: 'keep_order' });
      if (end) await office.happen(id, { type: 'stop', reason: reason ?? null, note: '' });
      clock.set(now.toISO() ?? '');
      return id;
    },

    async happen(id: string, event: HappeningWanted): Promise<void> {
      await changeVisit(
        foundation,
        id,
        { event: { ...event, at: isoNow(clock), by: districtOfficer } },
        sound,
      );
    },

    /** Proposed by the supervisor; gives the first. */
    async proposed(visitId: string, changed: Partial<ProposeBody> = {}): Promise<Suspension> {
      const { body: page } = await office.ask<SuspensionsOfVisit>(
        'supervisor',
        'GET',
        `/api/visits/${visitId}/suspensions`,
      );
      const answer = await office.ask<SuspensionsOfVisit>(
        'supervisor',
        'POST',
        `/api/visits/${visitId}/suspensions`,
        {
          visitorIds: page.visitors.map(({ id }) => id),
          reasonCode: 'disorder',
          months: 1,
          ...changed,
        },
      );
      const suspension = answer.body.suspensions?.at(-1);
      if (suspension === undefined) throw new Error(`not proposed: ${JSON.stringify(answer.body)}`);
      return suspension;
    },

    decide: (who: string, id: string, decision: 'approve' | 'decline' | 'lift', body: unknown) =>
      office.ask<Suspension & Problem>(who, 'POST', `/api/suspensions/${id}/${decision}`, body),

    /** A visitor who is suspended from a day on, and the suspension. */
    async suspended({
      from = '2026-11-24',
      months = 1,
      ...known
    }: {
      from?: string;
      months?: number;
      visitorId?: string;
    } = {}) {
      const visitorId = known.visitorId ?? (await addVisitor(foundation));
      const visitId = await office.visit({ visitorIds: [visitorId], reason: 'disorder' });
      const { id } = await office.proposed(visitId, { months });
      const approved = await office.decide('wujiawa.approver', id, 'approve', { from });
      if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
      return { visitorId, visitId, suspension: approved.body };
    },

    /** Everything that a refused request could have changed. */
    async everything(): Promise<string> {
      const tables = [];
      for (const table of watched) tables.push(await db(table).select());
      return JSON.stringify(tables);
    },

    async entries(kind: string): Promise<LedgerEntry[]> {
      const rows: { entry: string }[] = await db('ledger_entries').where({ kind }).orderBy('at');
      return rows.map(({ entry }) => JSON.parse(entry));
    },

    async close() {
      await served.close();
      await foundation.ledger.headsKept();
      await database.close();
    },
  };
  return office;
}

type LedgerEntry = {
  bookId: string;
  actor: object;
  subjects: { kind: string; id: string; commitment?: string }[];
  facts: Record<string, unknown>;
};
type VisitWanted = {
  visitorIds?: string[];
  prisonId?: 'wujiawa' | 'sichahe';
  reason?: StopReason;
  warned?: boolean;
  end?: boolean;
};
type HappeningWanted =
  | { type: 'warn'; warning: 'keep_order' }
  | { type: 'stop'; reason: StopReason | null; note: string }
  | { type: 'close_without_visit'; outcome: 'VISITOR_DECLINED_ENTRY'; note: string };

const watched = [
  'visitor_suspensions',
  'suspension_decisions',
  'visitors',
  'applications',
  'application_decisions',
  'bookings',
  'occupancies',
  'identity_checks',
  'visit_events',
  'number_series',
  'ledger_books',
];
const sound = { mediaNodeSound: true, diskHasRoom: true };
const districtOfficer: Officer = {
  id: officer.id,
  name: officer.displayName,
  role: 'district_officer',
  side: 'district',
};
const prisonOfficer: Officer = {
  id: 'wujiawa.officer',
  name: 'wujiawa.officer',
  role: 'prison_officer',
  side: 'prison',
};

/** The visitors and the prisoner of a booking are there: as check-in does it. @throws Refusal */
export async function checkIn(foundation: Foundation, visitId: string, at: string): Promise<void> {
  const booking = await loadBooking(foundation.db, visitId);
  const body = {
    textVersion: undertaking.version,
    visitors: (booking?.visitorIds ?? []).map((visitorId) => ({
      visitorId,
      method: 'id_card_seen' as const,
      undertakingSigned: true,
    })),
  };
  const { sealing } = foundation;
  await changeVisit(foundation, visitId, checkInVisitors(body, { by: districtOfficer, at, sealing }), sound);
  await changeVisit(
    foundation,
    visitId,
    { event: { type: 'checked', at, by: prisonOfficer, facts: {}, subjects: [], complete: true } },
    sound,
  );
}

/** Four slots a working day from 9 November on. */
function pastSlot(n: number): string {
  const day = Math.floor(n / 4);
  const start = Date.parse('2026-11-09T00:30:00.000Z') + (n % 4) * 45 * 60_000;
  return new Date(start + (day + 2 * Math.floor(day / 5)) * 86_400_000).toISOString();
}

async function serve(foundation: Foundation) {
  const routes = [
    ...suspensionRoutes(foundation, { loadVisitFacts: loadViolationFacts }),
    ...applicationRoutes(foundation),
    ...reviewRoutes(foundation),
    ...bookingRoutes(foundation),
  ];
  const identify = async ({ session }: Record<string, string | undefined>) => {
    const row = await foundation.db('staff').where({ id: session }).first();
    if (row === undefined) return {};
    const { id, username, display_name: displayName, role, prison_id: prisonId } = row;
    return { staff: { kind: 'staff', id, username, displayName, role, prisonId } as StaffPrincipal };
  };
  const app = express().use(serveRoutes(routes, { identify, log: foundation.log, secureCookies: false }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    client: createClient(`http://127.0.0.1:${port}`),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const codeOf = ({ status, body }: Answer<Partial<Problem>>) => `${status} ${body.code ?? 'done'}`;
