import { join } from 'node:path';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { Booking } from '../../server/bookings/schema.ts';
import type { SlotsAnswer } from '../../server/calendar/schema.ts';
import { peopleZone, systemClock } from '../../server/clock.ts';
import { seedDemonstration } from '../../server/demonstration/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { trustSigningKey, verifyBooks } from '../../server/ledger/index.ts';
import { readSigningKey } from '../../server/ledger/signing-key.ts';
import { ensureDefaultRules } from '../../server/rules/index.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { freePort } from '../support/mariadb.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import type { TestClient } from '../support/test-server.ts';
import { addApplication } from './a-district.ts';
import { expectNoOverlap, expectOccupanciesMatch, expectQuotaKept } from './invariants.ts';

const families = 1000;
const slotCount = 50;
const serverCount = 3;
const atOnce = 16;
const prisonId = 'sichahe';

/** Ten slots a day on five days that begin after any notice: one terminal, so fifty visits. */
const firstDay = DateTime.now().setZone(peopleZone).startOf('day').plus({ days: 16 });
const lastDay = firstDay.plus({ days: 4 });
const hours = { opens_at: '09:00', closes_at: '16:15' };

describe('A thousand families for fifty slots, at the desks of several servers', () => {
  forEachDatabase((name, open) => {
    // The embedded database belongs to one server.
    if (name === 'SQLite') return;
    let database: TestDatabase;
    let foundation: Foundation;
    let servers: ServerProcess[];
    let desks: TestClient[];

    before(async () => {
      database = await open();
      foundation = await openTestFoundation(database, systemClock);
      await ensureDefaultRules(database.db, systemClock);
      await seedDemonstration(foundation);
      await openFiveDays(foundation);
      servers = await Promise.all(Array.from({ length: serverCount }, () => startCopy(database)));
      desks = await Promise.all(servers.map((server) => server.signedIn('officer')));
    });
    after(async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await foundation.ledger.headsKept();
      await database.close();
    });

    it('books each slot once and all of them, and tells every other family that nothing is left', async function () {
      this.timeout(600_000);
      const applicationIds = await addFamilies(foundation);
      const outcomes: string[] = [];
      let next = 0;
      const queue = Array.from({ length: atOnce }, async (_, n) => {
        for (let own = next++; own < families; own = next++) {
          outcomes.push(
            await bookFor(desks[(own + n) % serverCount] as TestClient, applicationIds[own] ?? ''),
          );
        }
      });
      await Promise.all(queue);

      const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
      expect({ booked: count('booked'), nothingLeft: count('nothing left') }).to.deep.equal({
        booked: slotCount,
        nothingLeft: families - slotCount,
      });
      const { db } = database;
      const rows: { starts_at: string }[] = await db('bookings').where({ state: 'booked' });
      expect(new Set(rows.map((row) => row.starts_at)).size).to.equal(slotCount);
      expect(await db('ledger_entries').where({ kind: 'visit_booked' })).to.have.length(slotCount);
      await expectNoOverlap(db);
      await expectOccupanciesMatch(db);
      await expectQuotaKept(db, { ordinary: 1 });
    });

    it('leaves a ledger that verifies', async () => {
      const key = await readSigningKey(join(database.dataDir, 'keys', 'ledger-signing-key.pem'));
      if (key === undefined) throw new Error('there is no signing key');
      const how = { trust: trustSigningKey(key), headsDirectory: join(database.dataDir, 'ledger-heads') };
      for await (const verdict of verifyBooks(database.db, how)) expect(verdict).to.include({ ok: true });
    });
  });
});

/** A connection for each request: an idle one may be closed by the server just as it is used again. */
const own = { connection: 'close' };

/** As an officer does for a family: looks what is free, takes one, and looks again if somebody was faster. */
async function bookFor(desk: TestClient, applicationId: string): Promise<string> {
  for (;;) {
    const offered = await desk.request<SlotsAnswer>(
      'GET',
      `/api/slots?applicationId=${applicationId}&from=${firstDay.toISODate()}&to=${lastDay.toISODate()}`,
      undefined,
      own,
    );
    if (offered.status !== 200) return `search: ${offered.status} ${JSON.stringify(offered.body)}`;
    const free = offered.body.slots.filter((each) => each.free);
    const slot = free[Math.floor(Math.random() * free.length)];
    if (slot === undefined) return 'nothing left';
    const [visitRoomId, terminalId] = [slot.visitRoomIds[0], slot.terminalIds[0]];
    const body = { applicationId, startsAt: slot.startsAt, visitRoomId, terminalId };
    const answer = await desk.request<Booking & { code: string }>('POST', '/api/bookings', body, own);
    if (answer.status === 201) return 'booked';
    if (!/_taken$/.test(answer.body.code)) return `booking: ${answer.status} ${JSON.stringify(answer.body)}`;
  }
}

async function openFiveDays({ db }: Foundation): Promise<void> {
  await db('session_templates').where({ prison_id: prisonId }).delete();
  await db('session_templates').insert({
    id: uuid(),
    prison_id: prisonId,
    name: '五天',
    weekdays: '1,2,3,4,5,6,7',
    ...hours,
    open_on_holidays: true,
    valid_from: firstDay.toISODate(),
    valid_to: lastDay.toISODate(),
  });
}

/** Each with a prisoner and a visitor of its own: only rooms, terminals and slots are scarce. */
async function addFamilies(foundation: Foundation): Promise<string[]> {
  const { id: createdBy } = await foundation.db('staff').where({ username: 'officer' }).first('id');
  const ids: string[] = [];
  for (let n = 0; n < families; n += 1) {
    ids.push(await addApplication(foundation, { prisonId, wardId: `${prisonId}-ward-1`, createdBy }));
  }
  return ids;
}

async function startCopy({ databaseUrl, dataDir }: TestDatabase): Promise<ServerProcess> {
  const [port, mediaPort] = [await freePort(), await freePort()];
  return startServerProcess({
    origin: `http://localhost:${port}`,
    environment: {
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      MEDIA_PORTS: `${mediaPort}-${mediaPort}`,
    },
  });
}
