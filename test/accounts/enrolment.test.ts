import { expect } from 'chai';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { connected } from './connected.ts';

type Code = { code: string; expiresAt: string };

describe('Enrolling a station', () => {
  let clock: TestClock;
  let server: TestServer;
  let administrator: TestClient;

  beforeEach(async () => {
    clock = testClock('2026-11-24T01:00:00.000Z');
    server = await startTestServer({ clock });
    administrator = await server.signedIn('administrator');
  });
  afterEach(() => server.close());

  const newCode = async (placeId: string) =>
    (await administrator.request<Code>('POST', `/api/stations/${placeId}/enrolment-code`)).body.code;

  it('gives the device a key of its own for the code, typed in any case and grouping', async () => {
    const code = await newCode('baimaoling-terminal-1');
    const device = server.client();
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const enrolled = await device.request('POST', '/api/station/enrolment', { code: typed });
    expect(enrolled.status).to.equal(201);
    const { body } = await device.request('GET', '/api/station/terminal');
    expect(body).to.deep.include({
      kind: 'terminal',
      placeId: 'baimaoling-terminal-1',
      prisonName: { zh: '白茅岭监狱', en: 'Baimaoling Prison' },
    });
    expect((await device.request('GET', '/api/station/visit-room')).status).to.equal(403);
  });

  it('lasts as long as the device is used: its page makes the key last from each visit on', async () => {
    const device = server.client();
    await device.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-1') });
    const { headers } = await device.request('GET', '/api/station/visit-room');
    expect(headers.getSetCookie()[0])
      .to.contain(device.cookie())
      .and.to.match(/Max-Age=34560000;/i);
  });

  it('takes a code once', async () => {
    const code = await newCode('visit-room-1');
    expect((await server.client().request('POST', '/api/station/enrolment', { code })).status).to.equal(201);
    const second = await server
      .client()
      .request<{ code: string }>('POST', '/api/station/enrolment', { code });
    expect([second.status, second.body.code]).to.deep.equal([422, 'code_not_valid']);
  });

  it('takes a code for a day', async () => {
    const code = await newCode('visit-room-1');
    clock.advance({ hours: 24 });
    expect((await server.client().request('POST', '/api/station/enrolment', { code })).status).to.equal(422);
  });

  it('makes the old key void when the place gets another device', async () => {
    const [first, second] = [server.client(), server.client()];
    await first.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-1') });
    await second.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-1') });
    expect((await first.request('GET', '/api/station/visit-room')).status).to.equal(401);
    expect((await second.request('GET', '/api/station/visit-room')).status).to.equal(200);
  });

  it('lets go at once of the old device where it is connected', async () => {
    const [first, second] = [server.client(), server.client()];
    await first.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-1') });
    const { letGo } = await connected(server, first);
    await second.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-1') });
    expect(await letGo).to.equal('access_withdrawn');
    await connected(server, second);
  });

  it('shuts a revoked device out at once', async () => {
    const device = server.client();
    await device.request('POST', '/api/station/enrolment', { code: await newCode('visit-room-2') });
    expect((await administrator.request('DELETE', '/api/stations/visit-room-2/enrolment')).status).to.equal(
      204,
    );
    expect((await device.request('GET', '/api/station/visit-room')).status).to.equal(401);
  });

  it('shows the administrator the state of every place', async () => {
    await newCode('visit-room-1');
    const { body } = await administrator.request<{ placeId: string; state: string }[]>(
      'GET',
      '/api/stations',
    );
    expect(body.find(({ placeId }) => placeId === 'visit-room-1')).to.have.property('state', 'code_waiting');
    expect(body.find(({ placeId }) => placeId === 'visit-room-2')).to.have.property('state', 'not_enrolled');
    expect(body).to.have.length(7);
  });

  it('knows no place that is none', async () => {
    expect((await administrator.request('POST', '/api/stations/nowhere/enrolment-code')).status).to.equal(
      404,
    );
  });
});
