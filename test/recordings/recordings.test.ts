import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { LedgerPage } from '../../server/ledger/page-schema.ts';
import type { Recording } from '../../server/recordings/schema.ts';
import { openPart } from '../../sfu/recorder/index.ts';
import { encodeFlashAndBeep, video } from '../recorder/support/real-packets.ts';
import { feed } from '../recorder/support/recordings.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';

type Problem = { code: string };

describe('The recording of a visit', function () {
  this.timeout(90_000);
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let clock: TestClock;
    let server: TestServer;
    let visitId: string;
    let supervisor: TestClient;

    before(async () => {
      database = await open();
      clock = testClock('2026-11-24T06:00:00.000Z');
      server = await startTestServer({ databaseUrl: database.databaseUrl, clock });
      const application = await approvedApplication(server);
      visitId = (await bookNextSlot(server, application, { now: clock.now() })).id;
      supervisor = await server.signedIn('supervisor');
      await record();
      await end();
    });
    after(async () => {
      await server.close();
      await database.close();
    });

    const folder = () => join(server.dataDir, 'recordings', visitId);

    /** What the media node leaves behind: a part with real packets, closed. */
    async function record(): Promise<void> {
      const { video: packets } = await encodeFlashAndBeep({ seconds: 2 });
      const part = await openPart(folder());
      feed(part.addTrack({ party: 'visitors', ...video }), packets);
      await part.close();
    }

    async function end(): Promise<void> {
      const { status } = await supervisor.request('POST', `/api/visits/${visitId}/close-without-visit`, {
        outcome: 'TECHNICAL_FAILURE_NETWORK',
      });
      expect(status).to.equal(200);
    }

    async function read(client: TestClient): Promise<Recording> {
      const { body } = await client.request<Recording>('GET', `/api/visits/${visitId}/recording`);
      return body;
    }

    async function untilPlayable(): Promise<Recording> {
      for (let attempt = 1; attempt < 300; attempt += 1) {
        const recording = await read(supervisor);
        if (recording.state === 'playable') return recording;
        await wait(100);
      }
      throw new Error('the recording did not become playable');
    }

    async function entries(kind: string): Promise<LedgerPage['entries']> {
      const auditor = await server.signedIn('auditor');
      const path = `/api/ledger/baimaoling/entries?kind=${kind}&subject=${visitId}`;
      return (await auditor.request<LedgerPage>('GET', path)).body.entries;
    }

    it('is sealed by itself after the end, with the hash of its manifest in the ledger', async () => {
      const recording = await untilPlayable();
      const [entry, ...more] = await entries('recording_sealed');
      expect(more).to.deep.equal([]);
      expect(entry?.facts).to.include({
        manifestSha256: recording.manifestSha256,
        packets: recording.packets,
        missingPackets: 0,
      });
      expect(recording.playable).to.deep.equal(['visitors']);
    });

    it('is not replayed before a reason is given', async () => {
      const { status, body } = await supervisor.request<Problem>(
        'GET',
        `/api/visits/${visitId}/recording/visitors.webm`,
      );
      expect([status, body.code]).to.deep.equal([403, 'replay_reason_missing']);
      const empty = await supervisor.request('POST', `/api/visits/${visitId}/recording/replays`, {
        reason: '  ',
      });
      expect(empty.status).to.equal(400);
      expect(await entries('recording_replayed')).to.deep.equal([]);
    });

    it('is replayed for two hours by whoever gave a reason, and by nobody else, each time with a ledger line', async () => {
      const path = `/api/visits/${visitId}/recording`;
      expect(
        (await supervisor.request('POST', `${path}/replays`, { reason: '核查网络故障' })).status,
      ).to.equal(201);
      const whole = await supervisor.request('GET', `${path}/visitors.webm`);
      expect([whole.status, whole.headers.get('content-type')]).to.deep.equal([200, 'video/webm']);
      const part = await supervisor.request('GET', `${path}/visitors.webm`, undefined, {
        range: 'bytes=0-99',
      });
      expect([part.status, part.headers.get('content-length')]).to.deep.equal([206, '100']);
      expect((await supervisor.request('GET', `${path}/timeline.vtt`)).body).to.match(/^WEBVTT/);

      const prisonOfficer = await server.signedIn('baimaoling.officer');
      expect((await prisonOfficer.request('GET', `${path}/visitors.webm`)).status).to.equal(403);
      expect((await entries('recording_replayed')).map(({ actor }) => actor.role)).to.deep.equal([
        'district_supervisor',
      ]);

      clock.advance({ hours: 2 });
      expect((await supervisor.request('GET', `${path}/visitors.webm`)).status).to.equal(403);
    });

    it('is not there for the staff of another prison, nor for a side that sent nothing', async () => {
      const elsewhere = await server.signedIn('juntianhu.officer');
      const { status } = await elsewhere.request('GET', `/api/visits/${visitId}/recording`);
      expect(status).to.equal(404);
      expect(
        (await elsewhere.request('POST', `/api/visits/${visitId}/recording/replays`, { reason: '核查' }))
          .status,
      ).to.equal(404);
      await supervisor.request('POST', `/api/visits/${visitId}/recording/replays`, { reason: '核查' });
      const silent = await supervisor.request<Problem>(
        'GET',
        `/api/visits/${visitId}/recording/prisoner.webm`,
      );
      expect([silent.status, silent.body.code]).to.deep.equal([409, 'not_playable']);
    });

    it('is taken up where a crash left it: what is not playable yet is made so, and nothing is sealed twice', async () => {
      const { db } = server.running.foundation;
      rmSync(join(folder(), 'playable'), { recursive: true });
      await db('recordings').where({ visit_id: visitId }).update({ state: 'sealed' });
      await server.running.recordings.recover();
      await untilPlayable();
      expect(existsSync(join(folder(), 'playable', 'visitors.webm'))).to.equal(true);
      expect(await entries('recording_sealed')).to.have.length(1);
    });
  });
});
