import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import { until } from '../support/until.ts';
import { minute, openVisitHouse, type VisitHouse } from './a-visit-house.ts';
import { timeOfTest } from './times.ts';

describe('While nothing can be written, neither in the database nor on the disk', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'visits-unwritable-'));
  const time = timeOfTest(minute(0));
  let db: Awaited<ReturnType<typeof openDatabase>>;
  let house: VisitHouse;

  before(async () => {
    db = await openDatabase({ databaseUrl: undefined, dataDir });
    await migrate(db);
    house = await openVisitHouse({ db, dataDir }, { clock: time, alarms: time.alarms });
    await house.turnKeys();
    writeFileSync(join(dataDir, 'pending-stops'), 'where the folder would be');
    await db.raw('pragma query_only = 1');
  });
  after(async () => {
    await house.close();
    await db.destroy();
    rmSync(dataDir, { recursive: true });
  });

  const stateNow = async () => (await house.get<VisitDetail>('officer')).state;

  it('what is not obeyed at once is refused, and nothing comes of it', async () => {
    expect(await house.post('supervisor', 'warn', { warning: 'keep_order' })).to.deep.equal({
      status: 503,
      code: 'disk_unusable',
    });
  });

  it('a pause and a stop are obeyed, are said not to be recorded yet, and are recorded later', async () => {
    expect((await house.post('supervisor', 'pause')).code).to.equal('paused_not_yet_recorded');
    expect((await house.post('wujiawa.officer', 'stop')).code).to.equal('stopped_not_yet_recorded');
    expect(await stateNow()).to.equal('ready');
    await db.raw('pragma query_only = 0');
    await time.pass(20_000);
    await until(async () => (await stateNow()) === 'ended');
    expect(await house.timeline()).to.include.members(['officer_paused', 'stopped']);
  });
});
