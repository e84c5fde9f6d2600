import { expect } from 'chai';
import { demonstrationAccounts } from '../../db/demonstration/people.ts';
import type { Application } from '../../server/applications/schema.ts';
import type { Caller } from '../../server/edge/index.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { submittedApplication } from '../support/whole-way.ts';

const refusals = ['not_signed_in', 'not_permitted'];

describe('Access', () => {
  let server: TestServer;
  const callers = new Map<Caller, TestClient>();

  before(async () => {
    server = await startTestServer();
    callers.set('anyone', server.client());
    for (const { username, role } of demonstrationAccounts) {
      if (!callers.has(role)) callers.set(role, await server.signedIn(username));
    }
    const administrator = callers.get('administrator');
    for (const [caller, placeId] of [
      ['visit_room', 'visit-room-1'],
      ['terminal', 'baimaoling-terminal-1'],
    ] as const) {
      const station = server.client();
      const made = await administrator?.request<{ code: string }>(
        'POST',
        `/api/stations/${placeId}/enrolment-code`,
      );
      await station.request('POST', '/api/station/enrolment', { code: made?.body.code });
      callers.set(caller, station);
    }
    callers.set('relative', await signedInRelative());
  });

  async function signedInRelative(): Promise<TestClient> {
    const { visitors, queryCode } = (await submittedApplication(server)) as Application & {
      queryCode: string;
    };
    const idNumber = idNumberOf('1958-03-02', 1);
    const relative = server.client();
    const { status } = await relative.request('POST', '/api/kiosk/session', { idNumber, queryCode });
    expect([visitors.length, status]).to.deep.equal([1, 200]);
    return relative;
  }

  after(() => server.close());

  it('is refused on every route to every caller that the route does not name, and to nobody else', async function () {
    this.timeout(60_000);
    for (const route of server.running.routes) {
      // Signing out ends the callers' sessions; it is open to anyone and tested by itself.
      if (route.method === 'delete' && route.path.endsWith('/session')) continue;
      const path = route.path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
      for (const [caller, client] of callers) {
        const method = route.method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'DELETE';
        const { status, body } = await client.request<{ code?: string }>(method, path);
        const refused = (status === 401 || status === 403) && refusals.includes(body.code ?? '');
        const named = route.who.includes(caller) || route.who.includes('anyone');
        expect(refused, `${method} ${route.path} to ${caller}: ${status} ${body.code ?? ''}`).to.equal(
          !named,
        );
      }
    }
  });

  it('is never open to anyone without saying so: only signing in, enrolling and the demonstration are', () => {
    const open = server.running.routes
      .filter(({ who }) => who.includes('anyone'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).to.deep.equal([
      'delete /api/kiosk/session',
      'delete /api/session',
      'get /api/demonstration',
      'get /api/kiosk/office',
      'post /api/kiosk/session',
      'post /api/session',
      'post /api/station/enrolment',
    ]);
  });

  it('is refused to requests that a page of another origin makes', async () => {
    const officer = await server.signedIn('officer');
    const { status, body } = await officer.request<{ code: string }>('DELETE', '/api/session', undefined, {
      origin: 'http://elsewhere.example',
    });
    expect([status, body.code]).to.deep.equal([403, 'foreign_origin']);
    expect((await officer.request('GET', '/api/session')).status).to.equal(200);
  });
});

describe('A malformed request', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('gets a code and each fault in the language of the user', async () => {
    const someone = server.client();
    const zh = await someone.request<Fault>('POST', '/api/session', { username: '' });
    const en = await someone.request<Fault>(
      'POST',
      '/api/session',
      { username: '' },
      { 'accept-language': 'en-GB,en' },
    );
    for (const { status, headers, body } of [zh, en]) {
      expect(status).to.equal(400);
      expect(headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(body.code).to.equal('malformed_request');
      expect(body.errors.map(({ path }) => path)).to.deep.equal(['body.username', 'body.password']);
    }
    expect(zh.body.title).to.match(/[\u4e00-\u9fff]/);
    expect(en.body.title).to.not.match(/[\u4e00-\u9fff]/);
    expect(en.body.errors[0]?.message).to.not.equal(zh.body.errors[0]?.message);
  });

  it('gets a plain refusal when it is not JSON, too large, or for nothing that is there', async () => {
    const someone = server.client();
    const raw = (body: string) =>
      fetch(`${server.running.origin}/api/session`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect((await raw('{"username":')).status).to.equal(400);
    expect((await raw(`{"username":"${'x'.repeat(300_000)}"}`)).status).to.equal(413);
    expect((await someone.request<Fault>('GET', '/api/no-such-thing')).body.code).to.equal('not_found');
  });

  type Fault = { code: string; title: string; errors: { path: string; message: string }[] };
});
