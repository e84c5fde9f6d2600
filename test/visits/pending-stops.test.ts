import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openPendingStops } from '../../server/visits/pending-stops.ts';
import { startTestServer } from '../support/test-server.ts';

describe('A stop that waits for the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visits-stops-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const stopOf = (id: string, side: 'district' | 'prison') => ({
    type: 'stop' as const,
    at: '2026-11-06T01:20:00.000Z',
    by: { id, name: id, role: 'prison_officer' as const, side },
    reason: null,
    note: '',
  });

  it('is there after the end of the process, until it is written', async () => {
    const stop = stopOf('first', 'prison');
    await openPendingStops(folder).keep('visit', stop);
    const next = openPendingStops(folder);
    expect(await next.list()).to.deep.equal([{ visitId: 'visit', event: stop }]);
    await next.forget('visit');
    expect(await next.list()).to.deep.equal([]);
  });

  it('is not replaced by another one: the first was the one that was obeyed', async () => {
    const stops = openPendingStops(folder);
    await stops.keep('visit', stopOf('first', 'prison'));
    await Promise.all([
      stops.keep('visit', stopOf('second', 'district')),
      stops.keep('visit', stopOf('third', 'prison')),
    ]);
    expect((await stops.list()).map(({ event }) => event.by.id)).to.deep.equal(['first']);
    expect(readdirSync(join(folder, 'pending-stops'))).to.deep.equal(['visit.json']);
  });

  it('of a visit that this database does not have keeps no server from starting, and is kept', async () => {
    const server = await startTestServer({
      async prepare(dataDir) {
        await openPendingStops(dataDir).keep(
          '01a20c4c-0000-7000-8000-000000000000',
          stopOf('first', 'prison'),
        );
      },
    });
    try {
      expect((await server.client().request('GET', '/healthz')).status).to.equal(200);
      expect(await openPendingStops(server.dataDir).list()).to.have.length(1);
    } finally {
      await server.close();
    }
  });
});
