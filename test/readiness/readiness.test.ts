import { readdirSync, watch } from 'node:fs';
import { expect } from 'chai';
import { checkDisk } from '../../server/readiness/index.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startTestServer } from '../support/test-server.ts';

type Readiness = { ready: boolean; checks: Record<string, { ok: boolean; reason?: string }> };

describe('Readiness', function () {
  this.timeout(60_000);

  it('is alive whatever is missing, and says which part is: the worker', async () => {
    const kept = process.env.MEDIASOUP_WORKER_BIN;
    process.env.MEDIASOUP_WORKER_BIN = '/no/such/worker';
    const server = await startTestServer();
    try {
      const someone = server.client();
      expect((await someone.request('GET', '/healthz')).status).to.equal(200);
      const { status, body } = await someone.request<Readiness>('GET', '/readyz');
      expect(status).to.equal(503);
      expect(body.checks).to.deep.equal({
        database: { ok: true },
        worker: { ok: false, reason: 'worker_missing' },
        disk: { ok: true },
      });
      expect((await server.signedIn('officer')).cookie()).to.match(/^session=/);
    } finally {
      await server.close();
      if (kept === undefined) delete process.env.MEDIASOUP_WORKER_BIN;
      else process.env.MEDIASOUP_WORKER_BIN = kept;
    }
  });

  it('says that the database is away, answers requests with that, and is ready again when it is back', async () => {
    const mariadb = await startMariadb();
    const server = await startTestServer({ databaseUrl: await mariadb.createDatabase() });
    try {
      const officer = await server.signedIn('officer');
      process.kill(mariadb.pid, 'SIGSTOP');
      const away = await officer.request<Readiness>('GET', '/readyz');
      expect([away.status, away.body.checks.database?.ok]).to.deep.equal([503, false]);
      process.kill(mariadb.pid, 'SIGCONT');
      const back = await officer.request<Readiness>('GET', '/readyz');
      expect(back.body.checks.database).to.deep.equal({ ok: true });
      expect((await officer.request('GET', '/api/session')).status).to.equal(200);
      await mariadb.stop();
      const gone = await officer.request<{ code: string }>('GET', '/api/session');
      expect([gone.status, gone.body.code]).to.deep.equal([503, 'database_away']);
    } finally {
      await server.close();
    }
  });

  it('writes its probe on the disk by one at a time, however many ask', async () => {
    const server = await startTestServer();
    let most = 0;
    const watcher = watch(server.dataDir, () => {
      const probes = readdirSync(server.dataDir).filter((name) => name.startsWith('.probe-'));
      most = Math.max(most, probes.length);
    });
    try {
      const someone = server.client();
      await Promise.all(
        Array.from({ length: 200 }, (_, n) => someone.request('GET', n % 2 ? '/readyz' : '/metrics')),
      );
      expect(most).to.equal(1);
    } finally {
      watcher.close();
      await server.close();
    }
  });

  it('says why the disk cannot be used', async () => {
    expect(await checkDisk('/no/such/folder')).to.deep.equal({
      ok: false,
      reason: 'cannot be written: ENOENT',
    });
    // A folder of the kernel's in which nobody can make a file.
    expect(await checkDisk('/proc')).to.have.property('ok', false);
  });

  it('shows Prometheus the process, each part and the visits by state', async () => {
    const server = await startTestServer();
    try {
      const { body } = await server.client().request<string>('GET', '/metrics');
      expect(body)
        .to.match(/^process_cpu_user_seconds_total /m)
        .and.match(/^visits_ready\{part="database"\} 1$/m);
      expect(body)
        .to.match(/^# TYPE visits_by_state gauge$/m)
        .and.match(/^visits_connections 0$/m);
    } finally {
      await server.close();
    }
  });
});
