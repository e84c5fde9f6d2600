import { applicationRoutes } from '../../server/applications/index.ts';
import { bookingRoutes, loadBooking } from '../../server/bookings/index.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import { checkInVisitors } from '../../server/check-in/check-in-visitors.ts';
import { confirmPrisoner } from '../../server/check-in/confirm-prisoner.ts';
import { undertaking } from '../../server/check-in/undertaking.ts';
import { isoNow } from '../../server/clock.ts';
import { custodyRoutes } from '../../server/custody/routes.ts';
import type { ChangePreview, PrisonerFile } from '../../server/custody/schema.ts';
import type { Role } from '../../server/edge/index.ts';
import { peopleRoutes } from '../../server/people/routes.ts';
import { reviewRoutes } from '../../server/reviews/routes.ts';
import { changeVisit } from '../../server/visits/change-visit.ts';
import type { Officer } from '../../server/visits/index.ts';
import type { VisitEvent } from '../../server/visits/visit-state.ts';
import { addApplication, addPrisoner, officer, seedDistrict, setRule } from '../bookings/a-district.ts';
import { serveAsAnyone } from '../bookings/serve-as-anyone.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

export type Problem = { code: string; title: string };

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
export const now = '2026-11-24T02:00:00.000Z';
export const today = '2026-11-24';
export const at = (day: string, time = '08:30') => new Date(`${day}T${time}:00+08:00`).toISOString();

export const districtOfficer: Officer = {
  id: officer.id,
  name: officer.displayName,
  role: 'district_officer',
  side: 'district',
};
export const prisonOfficer: Officer = { ...districtOfficer, role: 'prison_officer', side: 'prison' };
const sound = { mediaNodeSound: true, diskHasRoom: true };

/** Two prisons and a district over HTTP, on a database of its own; who asks is said with each request. */
export type CustodyOffice = Awaited<ReturnType<typeof openCustodyOffice>>;

export async function openCustodyOffice(database: TestDatabase) {
  const { db } = database;
  const clock: TestClock = testClock(now);
  const foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation);
  await setRule(foundation, 'max_lead_days', 366);
  const served = await serveAsAnyone(foundation, [
    ...custodyRoutes(foundation),
    ...bookingRoutes(foundation),
    ...applicationRoutes(foundation),
    ...reviewRoutes(foundation),
    ...peopleRoutes(foundation),
  ]);
  const ask = <T = Problem>(
    [role, prison]: readonly [Role, string?],
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    language = 'en',
  ) =>
    served.client.request<T>(method, path, body, {
      cookie: `role=${role}; prison=${prison ?? ''}`,
      'accept-language': language,
    });

  const office = {
    db,
    clock,
    foundation,
    ask,

    async prisoner(facts: Parameters<typeof addPrisoner>[1] = {}): Promise<string> {
      const id = await addPrisoner(foundation, facts);
      await db('prisoners')
        .where({ id })
        .update({ category: 'ordinary', number: id.slice(-12).toUpperCase() });
      return id;
    },

    read: async (id: string, who: readonly [Role, string?] = wujiawa): Promise<PrisonerFile> =>
      (await ask<PrisonerFile>(who, 'GET', `/api/prisoner-files/${id}`)).body,

    /** With the version of the page as it is now, unless another is given. */
    async change(
      id: string,
      change: object,
      { who = wujiawa, preview = false, language = 'en' }: ChangeOptions = {},
    ) {
      const row = await db('prisoners').where({ id }).first('version');
      const path = `/api/prisoner-files/${id}/changes${preview ? '/preview' : ''}`;
      const body = { version: row?.version ?? 1, ...change };
      return ask<PrisonerFile & ChangePreview & Problem>(who, 'POST', path, body, language);
    },

    /** A visit of the prisoner that is booked; gives it as the district sees it. */
    async booked(prisonerId: string, startsAt: string, facts: object = {}): Promise<Booking> {
      const applicationId = await addApplication(foundation, { prisonerId, ...facts });
      const answer = await office.book(applicationId, startsAt);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },

    book: (applicationId: string, startsAt: string) =>
      ask<Booking & Problem>(district, 'POST', '/api/bookings', {
        applicationId,
        startsAt,
        visitRoomId: 'room-1',
        terminalId: 'wujiawa-terminal-1',
      }),

    readBooking: async (id: string): Promise<Booking> =>
      (await ask<Booking>(district, 'GET', `/api/bookings/${id}`)).body,

    /** The district's part of check-in, as its page does it. @throws Refusal */
    async turnDistrictKey(visitId: string): Promise<void> {
      const booking = await loadBooking(db, visitId);
      const visitors = (booking?.visitorIds ?? []).map((visitorId) => ({
        visitorId,
        method: 'id_card_seen' as const,
        undertakingSigned: true,
      }));
      const { sealing } = foundation;
      const how = { by: districtOfficer, at: isoNow(clock), sealing };
      const change = checkInVisitors({ visitors, textVersion: undertaking.version }, how);
      await changeVisit(foundation, visitId, change, sound);
    },
    async turnPrisonKey(visitId: string): Promise<void> {
      const booking = await loadBooking(db, visitId);
      const how = { by: prisonOfficer, at: isoNow(clock) };
      const change = confirmPrisoner({ prisonerId: booking?.prisonerId ?? '' }, how);
      await changeVisit(foundation, visitId, change, sound);
    },
    happen: (visitId: string, event: VisitEvent) => changeVisit(foundation, visitId, { event }, sound),

    async entries(kind: string): Promise<LedgerEntry[]> {
      const rows: { entry: string }[] = await db('ledger_entries').where({ kind }).orderBy('at');
      return rows.map(({ entry }) => JSON.parse(entry));
    },

    /** Everything that a refused request could have changed. */
    async everything(): Promise<string> {
      const tables = [];
      for (const table of watched) tables.push(await db(table).select());
      return JSON.stringify(tables);
    },

    async close() {
      await served.close();
      await foundation.ledger.headsKept();
      await database.close();
    },
  };
  return office;
}

type ChangeOptions = { who?: readonly [Role, string?]; preview?: boolean; language?: string };

type LedgerEntry = {
  book: string;
  kind: string;
  subjects: { kind: string; id: string; commitment?: string }[];
  facts: Record<string, unknown>;
  rules?: { key: string }[];
};

export const wujiawa = ['prison_officer', 'wujiawa'] as const;
export const sichahe = ['prison_officer', 'sichahe'] as const;
export const approver = ['prison_approver', 'wujiawa'] as const;
export const district = ['district_officer'] as const;

const watched = [
  'applications',
  'visitors',
  'prisoners',
  'prisoner_bars',
  'prisoner_changes',
  'booking_reviews',
  'bookings',
  'occupancies',
  'notices',
  'quota_changes',
  'ledger_books',
];
