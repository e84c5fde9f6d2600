import { expect } from 'chai';
import pino from 'pino';
import { createAccount } from '../../server/accounts/index.ts';
import type { Station } from '../../server/accounts/schema.ts';
import type { OneTimePassword } from '../../server/accounts/staff-schema.ts';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { systemClock } from '../../server/clock.ts';
import { closeFoundation, openFoundation } from '../../server/open-foundation.ts';
import type { Places } from '../../server/places/schema.ts';
import { readSettings } from '../../server/settings.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';

type Problem = { code: string };
const named = (zh: string, en: string) => ({ name: { zh, en } });
const newPrison = {
  id: 'xinzhou',
  ...named('新洲监狱', 'Xinzhou Prison'),
  bookOrigin: 'visits.example.gov.cn/xinzhou',
};

describe('The places', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let clock: TestClock;
    let server: TestServer;
    let administrator: TestClient;
    let supervisor: TestClient;

    beforeEach(async () => {
      database = await open();
      clock = testClock('2026-11-24T01:00:00.000Z');
      server = await startTestServer({ databaseUrl: database.databaseUrl, clock });
      administrator = await server.signedIn('administrator');
      supervisor = await server.signedIn('supervisor');
    });
    afterEach(async () => {
      await server.close();
      await database.close();
    });

    const post = <T = Places>(path: string, body: unknown, who = administrator) =>
      who.request<T>('POST', path, body);
    const places = async (who = administrator) => (await who.request<Places>('GET', '/api/places')).body;
    const kindsIn = (bookId: string): Promise<string[]> =>
      server.running.foundation
        .db('ledger_entries')
        .where({ book_id: bookId })
        .orderBy('entry_index')
        .pluck('kind');

    it('are registered by the administrator: a prison with its ledger book, its wards and its terminals', async () => {
      expect((await post('/api/prisons', newPrison)).status).to.equal(201);
      await post('/api/prisons/xinzhou/wards', named('一监区', 'Ward 1'));
      const { body } = await post('/api/prisons/xinzhou/terminals', named('一号终端', 'Terminal 1'));
      const prison = body.prisons.find(({ id }) => id === 'xinzhou');
      expect(prison?.wards.map(({ name }) => name.en)).to.deep.equal(['Ward 1']);
      expect(prison?.terminals[0]).to.deep.include({ outOfUseFrom: null, version: 1 });
      expect(await kindsIn('xinzhou')).to.deep.equal([
        'book_founded',
        'place_added',
        'place_added',
        'place_added',
      ]);
      const { body: stations } = await administrator.request<Station[]>('GET', '/api/stations');
      const station = stations.find(({ placeId }) => placeId === prison?.terminals[0]?.id);
      expect(station).to.include({ kind: 'terminal', state: 'not_enrolled' });
    });

    it('of one name, one code or one book are registered once', async () => {
      await post('/api/prisons', newPrison);
      const code = async (path: string, body: object) => (await post<Problem>(path, body)).body.code;
      expect(await code('/api/prisons', newPrison)).to.equal('prison_id_taken');
      expect(await code('/api/prisons', { ...newPrison, id: 'other' })).to.equal('book_origin_taken');
      const otherBook = { ...newPrison, id: 'other', bookOrigin: 'visits.example.gov.cn/other' };
      expect(await code('/api/prisons', otherBook)).to.equal('name_taken');
      expect(await code('/api/prisons', { ...newPrison, id: 'Not A Code' })).to.equal('malformed_request');
      expect(await code('/api/prisons', { ...newPrison, bookOrigin: 'with space' })).to.equal(
        'malformed_request',
      );
      expect(await code('/api/prisons/nowhere/wards', named('一监区', 'Ward 1'))).to.equal('not_found');
      expect(await code('/api/prisons/baimaoling/wards', named('一监区', 'Another'))).to.equal('name_taken');
      expect((await places()).prisons).to.have.lengthOf(5);
    });

    it('that are rooms are kept by the district’s supervisor too, and stand in every book', async () => {
      const { body } = await post(
        '/api/visit-rooms',
        { ...named('第三会见室', 'Visit room 3'), stepFree: true },
        supervisor,
      );
      const room = body.visitRooms.find(({ name }) => name.en === 'Visit room 3');
      const changed = await post(
        `/api/visit-rooms/${room?.id}/change`,
        { version: 1, ...named('三号会见室', 'Room 3'), stepFree: false, outOfUseFrom: null },
        supervisor,
      );
      expect(changed.body.visitRooms.find(({ id }) => id === room?.id)).to.deep.include({
        name: { zh: '三号会见室', en: 'Room 3' },
        stepFree: false,
        version: 2,
      });
      for (const { id } of (await places()).prisons)
        expect((await kindsIn(id)).slice(-2), id).to.deep.equal(['place_added', 'place_changed']);
      const stale = await post<Problem>(`/api/visit-rooms/${room?.id}/change`, {
        version: 1,
        ...named('四号', 'Room 4'),
        stepFree: false,
        outOfUseFrom: null,
      });
      expect(stale.body.code).to.equal('stale_page');
    });

    it('are taken out of use from a day on: what is booked later is told before, and nothing is booked then', async () => {
      const application = await approvedApplication(server);
      await bookNextSlot(server, application, { now: clock.now() });
      const outOfUse = { kind: 'terminal', id: 'baimaoling-terminal-1', outOfUseFrom: '2026-11-24' };
      const preview = await post<CalendarPreview>('/api/places/preview', outOfUse);
      expect(preview.body.touched.map(({ reason }) => reason.code)).to.deep.equal(['terminal_out_of_use']);
      const terminal = (await places()).prisons[0]?.terminals[0];
      const change = (outOfUseFrom: string | null, version = 1) =>
        post<Places & Problem>(`/api/terminals/${terminal?.id}/change`, {
          version,
          name: terminal?.name,
          outOfUseFrom,
        });
      expect((await change('2026-11-23')).body.code).to.equal('out_of_use_in_the_past');
      expect((await change('2026-11-25')).status).to.equal(200);
      const officer = await server.signedIn('officer');
      const other = await approvedApplication(server, { prisoner: 'BML-20220103', serial: 2 });
      const slots = async () =>
        (
          await officer.request<{ slots: { terminalIds: string[] }[] }>(
            'GET',
            `/api/slots?applicationId=${other.id}&from=2026-11-26&to=2026-11-26`,
          )
        ).body.slots;
      expect((await slots())[0]?.terminalIds).to.deep.equal(['baimaoling-terminal-2']);
      await change(null, 2);
      expect((await slots())[0]?.terminalIds).to.include('baimaoling-terminal-1');
    });

    it('are changed by nobody else', async () => {
      const approver = await server.signedIn('baimaoling.approver');
      const refused = [
        await post<Problem>('/api/prisons', newPrison, supervisor),
        await post<Problem>('/api/prisons/baimaoling/wards', named('九', 'Nine'), approver),
        await post<Problem>('/api/visit-rooms', { ...named('九', 'Nine'), stepFree: true }, approver),
      ];
      expect(refused.map(({ body }) => body.code)).to.deep.equal(Array(3).fill('not_permitted'));
      const { actions, prisons } = await places(approver);
      expect(prisons).to.have.lengthOf(1);
      expect(actions.keepPrisons).to.include({ allowed: false });
    });
  });
});

describe('An installation without the demonstration', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      clock: testClock('2026-11-24T01:00:00.000Z'),
      prepare: withOneAdministrator,
    });
  });
  after(() => server.close());

  it('is set up by its first administrator alone, up to the first sign-in of a prison’s officer', async () => {
    const administrator = server.client();
    await administrator.request('POST', '/api/session', { username: 'first', password });
    const send = <T = Places>(method: 'POST' | 'PUT', path: string, body: unknown) =>
      administrator.request<T>(method, path, body);
    expect(
      (await send('PUT', '/api/centre', { version: null, ...named('区矫正中心', 'Centre') })).status,
    ).to.equal(200);
    expect(
      (await send('POST', '/api/visit-rooms', { ...named('一号', 'Room 1'), stepFree: true })).status,
    ).to.equal(201);
    expect((await send('POST', '/api/prisons', newPrison)).status).to.equal(201);
    await send('POST', '/api/prisons/xinzhou/wards', named('一监区', 'Ward 1'));
    await send('POST', '/api/prisons/xinzhou/terminals', named('一号终端', 'Terminal 1'));
    const made = await send<OneTimePassword>('POST', '/api/staff', {
      username: 'xinzhou.officer',
      displayName: '王警官',
      role: 'prison_officer',
      prisonId: 'xinzhou',
    });
    const officer = server.client();
    const signedIn = await officer.request<{ prison: { id: string } }>('POST', '/api/session', {
      ...made.body,
      newPassword: 'a password of my own',
    });
    expect(signedIn.body.prison.id).to.equal('xinzhou');
  });
});

const password = 'a long enough one';

/** What the command for the first account leaves behind. */
async function withOneAdministrator(dataDir: string): Promise<void> {
  const settings = readSettings({ PORT: '2000', DATA_DIR: dataDir, MEDIA_PORTS: '2001-2001' });
  const foundation = await openFoundation(settings, pino({ level: 'silent' }), systemClock);
  await createAccount(foundation, {
    username: 'first',
    displayName: '管理员',
    role: 'administrator',
    prisonId: null,
    password,
  });
  await closeFoundation(foundation);
}
