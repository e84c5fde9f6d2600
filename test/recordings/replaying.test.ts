import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Recording } from '../../server/recordings/schema.ts';
import { recordingFolderOf } from '../../server/visits/index.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { type Answer, startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';
import { approvedApplication, bookNextSlot, turnBothKeys } from '../support/whole-way.ts';

const content = 'the pictures of a visit';
const reason = '核查投诉';

describe('Replaying a recording', () => {
  let clock: TestClock;
  let server: TestServer;
  let visitId: string;
  let supervisor: TestClient;

  before(async function () {
    this.timeout(30_000);
    clock = testClock('2026-11-24T01:00:00.000Z');
    server = await startTestServer({ clock });
    const application = await approvedApplication(server);
    ({ id: visitId } = await bookNextSlot(server, application, { now: clock.now() }));
    await turnBothKeys(server, visitId);
    supervisor = await server.signedIn('supervisor');
    await supervisor.request('POST', `/api/visits/${visitId}/stop`, {});
    await until(async () => ['playable', 'unplayable'].includes((await described(supervisor)).body.state));
    const playable = join(recordingFolderOf(server.dataDir, visitId), 'playable');
    mkdirSync(playable, { recursive: true });
    for (const name of ['visitors.webm', 'timeline.vtt']) writeFileSync(join(playable, name), content);
  });
  after(() => server.close());

  const described = (client: TestClient) =>
    client.request<Recording>('GET', `/api/visits/${visitId}/recording`);
  const replay = (client: TestClient, file = 'visitors.webm', headers: Record<string, string> = {}) =>
    client.request<{ code?: string } | string>(
      'GET',
      `/api/visits/${visitId}/recording/${file}`,
      undefined,
      headers,
    );
  const ask = (client: TestClient, body: unknown) =>
    client.request<{ code?: string }>('POST', `/api/visits/${visitId}/recording/replays`, body);
  const codeOf = ({ status, body }: Answer<{ code?: string } | string>) => [
    status,
    typeof body === 'string' ? body : body.code,
  ];
  const replaysInLedger = async () => {
    const { body } = await supervisor.request<{ entries: { kind: string }[] }>(
      'GET',
      '/api/ledger/baimaoling/entries?kind=recording_replayed',
    );
    return body.entries.length;
  };

  it('is refused without a reason, in whole and in part', async () => {
    for (const file of ['visitors.webm', 'timeline.vtt']) {
      expect(codeOf(await replay(supervisor, file))).to.deep.equal([403, 'replay_reason_missing']);
      const part = await replay(supervisor, file, { range: 'bytes=0-3' });
      expect(codeOf(part)).to.deep.equal([403, 'replay_reason_missing']);
    }
    for (const nothing of [
      {},
      { reason: '' },
      { reason: '   ' },
      { reason: ['x'] },
      { reason: 'x'.repeat(501) },
    ]) {
      expect(codeOf(await ask(supervisor, nothing))).to.deep.equal([400, 'malformed_request']);
    }
    expect(await replaysInLedger()).to.equal(0);
  });

  it('is for the one who gave the reason, for two hours, and stands in the ledger', async () => {
    expect((await ask(supervisor, { reason })).status).to.equal(201);
    expect(await replaysInLedger()).to.equal(1);
    expect(codeOf(await replay(supervisor))).to.deep.equal([200, content]);
    expect(codeOf(await replay(supervisor, 'visitors.webm', { range: 'bytes=4-11' }))).to.deep.equal([
      206,
      'pictures',
    ]);
    const auditor = await server.signedIn('auditor');
    expect(codeOf(await replay(auditor))).to.deep.equal([403, 'replay_reason_missing']);

    const { headers } = await replay(supervisor);
    const known = { 'if-none-match': headers.get('etag') ?? '' };
    expect(headers.get('cache-control')).to.equal('no-store');
    clock.advance({ hours: 2 });
    for (const asking of [undefined, { range: 'bytes=4-11' }, known]) {
      const late = await replay(supervisor, 'visitors.webm', asking);
      expect(codeOf(late)).to.deep.equal([403, 'replay_reason_missing']);
    }
    expect((await described(supervisor)).body.replayUntil).to.equal(null);
  });

  it('does not exist for another prison, nor for who enters applications', async () => {
    for (const username of ['juntianhu.officer', 'juntianhu.approver']) {
      const stranger = await server.signedIn(username);
      for (const answer of [
        await described(stranger),
        await replay(stranger),
        await ask(stranger, { reason }),
      ]) {
        expect(codeOf(answer as Answer<{ code?: string }>)).to.deep.equal([404, 'no_recording']);
      }
    }
    for (const username of ['officer', 'administrator']) {
      const { status } = await replay(await server.signedIn(username));
      expect(status).to.equal(403);
    }
    expect(await replaysInLedger()).to.equal(1);
  });

  it('reaches no other file, whatever stands in the address', async () => {
    const approver = await server.signedIn('baimaoling.approver');
    await ask(approver, { reason });
    for (const file of [
      '..%2f..%2fkeys%2fpersonal-data.key',
      'visitors.webm%00',
      'manifest.json',
      'timeline.jsonl',
    ]) {
      expect((await replay(approver, file)).status, file).to.be.oneOf([400, 404]);
    }
    const elsewhere = `/api/visits/${encodeURIComponent('../../keys')}/recording/visitors.webm`;
    expect((await approver.request('GET', elsewhere)).status).to.equal(400);
  });
});
