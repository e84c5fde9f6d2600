import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { systemClock } from '../../server/clock.ts';
import { readSettings } from '../../server/settings.ts';
import { startServer } from '../../server/start-server.ts';
import { certificateFor } from '../../server/transport-security/index.ts';
import { freePort } from '../support/mariadb.ts';
import { testClock } from '../support/test-clock.ts';

describe('The authority of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visits-tls-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const now = testClock('2026-11-24T01:00:00.000Z');

  it('is made once and signs a certificate for the host, by name or by address', async () => {
    const { certificate, authorityFile } = await certificateFor('192.0.2.7', folder, now);
    const server = new X509Certificate(certificate);
    const authority = new X509Certificate(readFileSync(authorityFile));
    expect(server.checkIP('192.0.2.7')).to.equal('192.0.2.7');
    expect(server.verify(authority.publicKey)).to.equal(true);
    expect(server.checkIssued(authority)).to.equal(true);
    expect([authority.ca, server.ca]).to.deep.equal([true, false]);
    expect((await certificateFor('192.0.2.7', folder, now)).certificate).to.equal(certificate);
  });

  it('stays when the host gets another name or the certificate nears its end', async () => {
    const first = await certificateFor('192.0.2.7', folder, now);
    const authority = readFileSync(first.authorityFile, 'utf8');
    const renamed = await certificateFor('visits.example', folder, now);
    expect(new X509Certificate(renamed.certificate).checkHost('visits.example')).to.equal('visits.example');
    const later = await certificateFor('visits.example', folder, testClock('2028-11-24T01:00:00.000Z'));
    expect(later.certificate).to.not.equal(renamed.certificate);
    expect(readFileSync(first.authorityFile, 'utf8')).to.equal(authority);
  });

  it('keeps its keys for the owner alone', async () => {
    await certificateFor('192.0.2.7', folder, now);
    for (const name of ['authority.key', 'server.key']) {
      expect(statSync(join(folder, 'tls', name)).mode & 0o077).to.equal(0);
    }
  });

  it('lets a browser that trusts it reach the server by https, with cookies for https alone', async function () {
    this.timeout(30_000);
    const [port, mediaPort] = [await freePort(), await freePort()];
    const settings = readSettings({
      PORT: String(port),
      DATA_DIR: folder,
      PUBLIC_HOST: '127.0.0.1',
      MEDIA_PORTS: `${mediaPort}-${mediaPort}`,
    });
    const running = await startServer(settings, pino({ level: 'silent' }), systemClock);
    try {
      expect(running.origin).to.equal(`https://127.0.0.1:${port}`);
      const ca = readFileSync(running.authorityFile ?? '');
      const cookie = await new Promise<string>((resolve, reject) => {
        const body = JSON.stringify({ username: 'officer', password: 'visit-demo-2026' });
        const sent = request(
          `${running.origin}/api/session`,
          { method: 'POST', ca, headers: { 'content-type': 'application/json' } },
          (answer) => {
            answer.resume();
            resolve(answer.headers['set-cookie']?.[0] ?? '');
          },
        );
        sent.once('error', reject).end(body);
      });
      expect(cookie)
        .to.match(/; Secure/)
        .and.match(/; HttpOnly/)
        .and.match(/; SameSite=Strict/);
    } finally {
      await running.close();
    }
  });
});
