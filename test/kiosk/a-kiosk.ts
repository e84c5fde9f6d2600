import type { Application } from '../../server/applications/schema.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import type { FamilyApplication, Relative } from '../../server/kiosk/schema.ts';
import type { TestDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { png } from '../support/png.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { type Answer, startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { bookNextSlot } from '../support/whole-way.ts';

export type Problem = { code: string; title: string };
export type Submitted = Application & { queryCode: string };

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
export const tuesdayMorning = '2026-11-24T02:00:00.000Z';

export const mother = {
  name: '孙桂芳',
  idNumber: idNumberOf('1958-03-09', 24),
  phone: '13800001234',
  relationship: 'parent',
};
export const brother = {
  name: '孙海涛',
  idNumber: idNumberOf('1985-06-15', 13),
  phone: '13800005678',
  relationship: 'sibling',
};
export const child = {
  name: '孙小宝',
  idNumber: idNumberOf('2015-07-21', 31),
  phone: '13800001234',
  relationship: 'child',
};
export const stranger = {
  name: '钱多多',
  idNumber: idNumberOf('1970-01-02', 55),
  phone: '13900000000',
  relationship: 'parent',
};
export type Person = typeof mother;

/** A whole server with the demonstration, an officer at its counter, and relatives at its kiosk. */
export type Kiosk = TestServer & {
  clock: TestClock;
  officer: TestClient;
  /** Entered at the counter, with the papers of each visitor. */
  submit(wanted?: { visitors?: Person[]; prisoner?: string; papers?: boolean }): Promise<Submitted>;
  forward(application: { id: string }): Promise<void>;
  approve(application: { id: string }): Promise<void>;
  askSupplement(application: { id: string }, note: string): Promise<void>;
  book(application: Application): Promise<Booking>;
  /** A relative who has signed in. */
  relative(person: Person, queryCode: string): Promise<TestClient>;
  signIn(client: TestClient, idNumber: string, queryCode: string): Promise<Answer<Relative & Problem>>;
  lastEntry(prisonId?: string): Promise<Record<string, unknown> & { facts: Record<string, unknown> }>;
  everything(): Promise<string>;
};

export async function openKiosk(database: TestDatabase): Promise<Kiosk> {
  await database.db.destroy();
  const clock = testClock(tuesdayMorning);
  const server = await startTestServer({ databaseUrl: database.databaseUrl, clock });
  const { db } = server.running.foundation;
  const officer = await server.signedIn('officer');

  const decide = async (who: string, application: { id: string }, body: string, decision: object) => {
    const reviewer = await server.signedIn(who);
    const path = `/api/applications/${application.id}`;
    const { version } = (await reviewer.request<Application>('GET', path)).body;
    // A review belongs to a moment of its own.
    clock.advance({ seconds: 1 });
    done(await reviewer.request('POST', `${path}/${body}`, { version, note: '', ...decision }), body);
  };
  const signIn: Kiosk['signIn'] = (client, idNumber, queryCode) =>
    client.request('POST', '/api/kiosk/session', { idNumber, queryCode });

  return {
    ...server,
    clock,
    officer,
    signIn,
    async submit({ visitors = [mother], prisoner = 'BML-20220103', papers = true } = {}) {
      const application = done(
        await officer.request<Submitted>('POST', '/api/applications', {
          kind: 'family_visit',
          origin: 'district',
          prisonerId: (await db('prisoners').where({ number: prisoner }).first('id')).id,
          visitors,
          residence: 'household',
          language: 'mandarin',
        }),
        'application',
      );
      for (const { id } of papers ? application.visitors : []) {
        for (const kind of ['id_card', 'household_register']) {
          const path = `/api/applications/${application.id}/documents`;
          done(await officer.request('POST', path, paper(id, kind)), kind);
        }
      }
      return application;
    },
    forward: (application) =>
      decide('supervisor', application, 'district-review', { decision: 'forward', note: '内部说明' }),
    approve: (application) =>
      decide('baimaoling.approver', application, 'prison-review', { decision: 'approve' }),
    askSupplement: (application, note) =>
      decide('supervisor', application, 'district-review', {
        decision: 'ask_supplement',
        reasonCode: 'documents_unreadable',
        note,
      }),
    book: (application) => bookNextSlot(server, application, { now: clock.now() }),
    async relative(person, queryCode) {
      const client = server.client();
      done(await signIn(client, person.idNumber, queryCode), 'signing in');
      return client;
    },
    async lastEntry(prisonId = 'baimaoling') {
      const row = await db('ledger_entries')
        .where({ book_id: prisonId })
        .orderBy('entry_index', 'desc')
        .first('entry');
      return JSON.parse(row.entry);
    },
    async everything() {
      const tables = [];
      for (const table of watchedTables) tables.push(await db(table).select());
      return JSON.stringify(tables);
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

const watchedTables = [
  'visitors',
  'applications',
  'application_visitors',
  'application_documents',
  'bookings',
  'number_series',
  'ledger_entries',
];

export function done<T>(answer: Answer<T>, what: string): T {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A form with a paper in it, as a page sends it. */
export function paper(visitorId: string, kind: string, content: Buffer = png): FormData {
  const form = new FormData();
  form.set('visitorId', visitorId);
  form.set('kind', kind);
  form.set('file', new Blob([new Uint8Array(content)]), '照片.png');
  return form;
}

export const listOwn = (client: TestClient) =>
  client.request<FamilyApplication[]>('GET', '/api/kiosk/applications');

export const readOwn = (client: TestClient, id: string) =>
  client.request<FamilyApplication & Problem>('GET', `/api/kiosk/applications/${id}`);
