import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { draftRoutes } from '../../server/application-drafts/index.ts';
import {
  type ApplicationHooks,
  applicationRoutes,
  countApplications,
  noLiveBooking,
} from '../../server/applications/index.ts';
import type { Application } from '../../server/applications/schema.ts';
import { countVisitsToday } from '../../server/bookings/index.ts';
import { seedDemonstration } from '../../server/demonstration/index.ts';
import { deskRoutes } from '../../server/desk/index.ts';
import { type StaffPrincipal, serveRoutes } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { peopleRoutes } from '../../server/people/routes.ts';
import { relationshipRoutes } from '../../server/relationships/index.ts';
import { reviewRoutes } from '../../server/reviews/routes.ts';
import { ensureDefaultRules } from '../../server/rules/index.ts';
import { countProposals } from '../../server/suspensions/index.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { png } from '../support/png.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

export type Problem = { code: string; title: string; errors?: { path: string; message: string }[] };
export type Answer<T> = { status: number; body: T; bytes: Buffer; headers: Headers };
export type Person = {
  get<T = Application>(path: string): Promise<Answer<T>>;
  post<T = Application>(path: string, body: unknown, language?: string): Promise<Answer<T>>;
  put<T = Application>(path: string, body: unknown): Promise<Answer<T>>;
  delete(path: string): Promise<Answer<Problem>>;
};

/** The counter, both reviewing bodies and the books, over HTTP, on a database of its own with the demonstration. */
export type CaseOffice = {
  foundation: Foundation;
  clock: TestClock;
  /** Somebody who is signed in, by user name of the demonstration. */
  as(username: string): Person;
  prisonerId(number: string): Promise<string>;
  /** Everything that a request could have changed: rows, books, files. */
  everything(): Promise<string>;
  /** Kinds of the ledger entries of a prison, the founding one left out. */
  entryKinds(prisonId: string): Promise<string[]>;
  lastEntry(prisonId: string): Promise<Record<string, unknown> & { facts: Record<string, unknown> }>;
  close(): Promise<void>;
};

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
export const tuesdayMorning = '2026-11-24T02:00:00.000Z';

export async function openCaseOffice(
  database: TestDatabase,
  hooks: ApplicationHooks = { hasLiveBooking: noLiveBooking },
): Promise<CaseOffice> {
  const clock = testClock(tuesdayMorning);
  const foundation = await openTestFoundation(database, clock);
  const { db, ledger, log } = foundation;
  await ensureDefaultRules(db, clock);
  await seedDemonstration(foundation);
  const routes = [
    ...peopleRoutes(foundation),
    ...applicationRoutes(foundation, hooks),
    ...draftRoutes(foundation),
    ...reviewRoutes(foundation),
    ...deskRoutes(foundation, [countApplications, countProposals, countVisitsToday]),
    ...relationshipRoutes(foundation),
  ];
  const identify = async ({ session }: Record<string, string | undefined>) => {
    const row = await db('staff').where({ username: session }).first();
    if (row === undefined) return {};
    const { id, username, display_name: displayName, role, prison_id: prisonId } = row;
    return { staff: { kind: 'staff', id, username, displayName, role, prisonId } as StaffPrincipal };
  };
  const server = createServer(express().use(serveRoutes(routes, { identify, log, secureCookies: false })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    foundation,
    clock,
    as: (username) => personAt(origin, username),
    prisonerId: async (number) => (await db('prisoners').where({ number }).first('id')).id,
    everything: () => everythingIn(database),
    async entryKinds(prisonId) {
      const kinds = await db('ledger_entries')
        .where({ book_id: prisonId })
        .orderBy('entry_index')
        .pluck('kind');
      return kinds.slice(1);
    },
    async lastEntry(prisonId) {
      const row = await db('ledger_entries')
        .where({ book_id: prisonId })
        .orderBy('entry_index', 'desc')
        .first('entry');
      return JSON.parse(row.entry);
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await ledger.headsKept();
      await database.close();
    },
  };
}

function personAt(origin: string, username: string): Person {
  const ask = async <T>(method: string, path: string, body?: unknown, language = 'en') => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        cookie: `session=${username}`,
        'accept-language': language,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer = (isJson ? JSON.parse(bytes.toString()) : undefined) as T;
    return { status: response.status, body: answer, bytes, headers: response.headers };
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body, language) => ask('POST', path, body, language),
    put: (path, body) => ask('PUT', path, body),
    delete: (path) => ask('DELETE', path),
  };
}

const watchedTables = [
  'visitors',
  'prisoners',
  'applications',
  'application_visitors',
  'application_documents',
  'application_decisions',
  'verified_relationships',
  'application_drafts',
  'number_series',
  'ledger_books',
  'ledger_entries',
];

async function everythingIn({ db, dataDir }: TestDatabase): Promise<string> {
  const tables = [];
  for (const table of watchedTables) tables.push(await db(table).select());
  return JSON.stringify({ tables, files: filesIn(dataDir) });
}

/** The sealed papers on the disk. */
export function filesIn(dataDir: string): string[] {
  const folder = join(dataDir, 'documents');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

export const mother = {
  name: '孙桂芳',
  idNumber: idNumberOf('1958-03-09', 24),
  phone: '13800001234',
  relationship: 'parent',
};
export const son = {
  name: '孙小宝',
  idNumber: idNumberOf('2015-07-21', 31),
  phone: '13800001234',
  relationship: 'child',
};

export type Wanted = Record<string, unknown>;

export async function anApplication(office: CaseOffice, wanted: Wanted = {}): Promise<Wanted> {
  return {
    kind: 'family_visit',
    origin: 'district',
    prisonerId: await office.prisonerId('BML-20220103'),
    visitors: [mother],
    language: 'mandarin',
    ...wanted,
  };
}

/** Entered by the officer at the counter. */
export async function submitted(office: CaseOffice, wanted: Wanted = {}): Promise<Application> {
  const answer = await office.as('officer').post('/api/applications', await anApplication(office, wanted));
  if (answer.status !== 201) throw new Error(`not accepted: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Smallest files that are what they say. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const jpeg = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  16,
  ...Buffer.from('JFIF\0'),
  1,
  1,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  0xff,
  0xd9,
]);

export type Paper = {
  visitorId: string;
  kind: string;
  content?: Buffer;
  fileName?: string;
  validUntil?: string;
};

export function paperForm({
  visitorId,
  kind,
  content = pdf,
  fileName = '材料.pdf',
  validUntil,
}: Paper): FormData {
  const form = new FormData();
  form.append('visitorId', visitorId);
  form.append('kind', kind);
  if (validUntil !== undefined) form.append('validUntil', validUntil);
  form.append('file', new Blob([new Uint8Array(content)]), fileName);
  return form;
}

/** Everything on file that the district needs; gives the application as it is then. */
export async function withPapers(office: CaseOffice, { id, visitors }: Application): Promise<Application> {
  const officer = office.as('officer');
  for (const visitor of visitors) {
    for (const [kind, content] of [
      ['id_card', png],
      ['household_register', pdf],
    ] as const) {
      const answer = await officer.post(
        `/api/applications/${id}/documents`,
        paperForm({ visitorId: visitor.id, kind, content }),
      );
      if (answer.status !== 201) throw new Error(`not kept: ${JSON.stringify(answer.body)}`);
    }
  }
  return (await officer.get(`/api/applications/${id}`)).body;
}

/** Forwarded by the supervisor: it waits for the prison. */
export async function forwarded(office: CaseOffice, wanted: Wanted = {}): Promise<Application> {
  const { id, version } = await withPapers(office, await submitted(office, wanted));
  const answer = await office
    .as('supervisor')
    .post(`/api/applications/${id}/district-review`, { version, decision: 'forward' });
  if (answer.status !== 200) throw new Error(`not forwarded: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Approved by the prison of the application. */
export async function approved(office: CaseOffice, wanted: Wanted = {}): Promise<Application> {
  return approve(office, await forwarded(office, wanted));
}

export async function approve(
  office: CaseOffice,
  { id, version, prison }: Application,
): Promise<Application> {
  const answer = await office
    .as(`${prison.id}.approver`)
    .post(`/api/applications/${id}/prison-review`, { version, decision: 'approve' });
  if (answer.status !== 200) throw new Error(`not approved: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
