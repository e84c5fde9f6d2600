import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import type { BookBody } from '../../server/bookings/schema.ts';
import type { Foundation } from '../../server/foundation.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import { addApplication, addPrisoner, addVisitor, seedDistrict } from './a-district.ts';
import type { BookingTask } from './booking-process.ts';
import { expectNoOverlap, expectOccupanciesMatch, expectQuotaKept } from './invariants.ts';

const now = '2026-11-03T01:00:00.000Z';
const clock = testClock(now);
const contenders = 50;
const processes = 3;
const numbers = Array.from({ length: contenders }, (_, n) => n + 1);
const tenOClock = '2026-11-10T02:00:00.000Z';

describe('Fifty bookings at once, from three processes', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;

    before(async function () {
      this.timeout(60_000);
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation, { rooms: contenders, terminals: contenders });
    });
    after(() => database.close());
    afterEach(async () => {
      await expectNoOverlap(database.db);
      await expectOccupanciesMatch(database.db);
      await expectQuotaKept(database.db, { ordinary: 1, lenient: 2 });
    });

    /** What came of each, and how many bookings and ledger entries there are more than before. */
    async function race(bodies: BookBody[]) {
      const count = async () => ({
        bookings: (await database.db('bookings')).length,
        entries: (await database.db('ledger_entries').where({ kind: 'visit_booked' })).length,
      });
      const before = await count();
      const outcomes = await bookFromProcesses(database, bodies);
      const after = await count();
      return {
        done: outcomes.filter((outcome) => outcome === 'done').length,
        refusals: [...new Set(outcomes.filter((outcome) => outcome !== 'done'))].sort(),
        bookings: after.bookings - before.bookings,
        entries: after.entries - before.entries,
      };
    }
    const place = (n: number, startsAt = tenOClock) => ({
      startsAt,
      visitRoomId: `room-${n}`,
      terminalId: `wujiawa-terminal-${n}`,
    });
    const single = { done: 1, bookings: 1, entries: 1 };

    it('for one room and one terminal: one has them, the others learn that they are taken', async function () {
      this.timeout(60_000);
      const bodies = [];
      for (const _ of numbers) bodies.push({ applicationId: await addApplication(foundation), ...place(1) });
      const result = await race(bodies);
      expect(result).to.deep.include(single);
      expect(['terminal_taken', 'visit_room_taken']).to.include.members(result.refusals);
    });

    it('for one prisoner: one stands, the others learn that the prisoner is taken', async function () {
      this.timeout(60_000);
      const prisonerId = await addPrisoner(foundation, { grade: 'lenient' });
      const bodies = [];
      for (const n of numbers.slice(1))
        bodies.push({ applicationId: await addApplication(foundation, { prisonerId }), ...place(n) });
      const result = await race(bodies);
      expect(result).to.deep.include({ ...single, refusals: ['prisoner_taken'] });
    });

    it('for one visitor of many prisoners: one stands, the others learn that the visitor is taken', async function () {
      this.timeout(60_000);
      const visitorIds = [await addVisitor(foundation)];
      const bodies = [];
      for (const n of numbers)
        bodies.push({
          applicationId: await addApplication(foundation, { visitorIds }),
          ...place(n, '2026-11-12T02:00:00.000Z'),
        });
      const result = await race(bodies);
      expect(result).to.deep.include({ ...single, refusals: ['visitor_taken'] });
    });

    it('of one application: one stands, the others learn that it is booked already', async function () {
      this.timeout(60_000);
      const body = {
        applicationId: await addApplication(foundation),
        ...place(1, '2026-11-13T02:00:00.000Z'),
      };
      const result = await race(numbers.map(() => body));
      expect(result).to.deep.include({ ...single, refusals: ['already_booked'] });
    });

    it('of one prisoner in different slots of a month: no more stand than the grade allows', async function () {
      this.timeout(60_000);
      const prisonerId = await addPrisoner(foundation, { grade: 'lenient' });
      const bodies = [];
      for (const n of numbers) {
        const startsAt = new Date(Date.parse('2026-11-16T00:30:00.000Z'));
        startsAt.setUTCDate(startsAt.getUTCDate() + (n % 5));
        startsAt.setUTCMinutes(startsAt.getUTCMinutes() + 45 * (n % 4));
        const applicationId = await addApplication(foundation, { prisonerId });
        bodies.push({ applicationId, ...place(n, startsAt.toISOString()) });
      }
      const result = await race(bodies);
      expect(result).to.deep.include({ done: 2, bookings: 2, entries: 2 });
      expect(result.refusals).to.include('quota_used');
    });

    it('into a session of three places: three have them, the others learn that it is full', async function () {
      this.timeout(60_000);
      const ofPrison = () => database.db('session_templates').where({ prison_id: 'wujiawa' });
      await ofPrison().update({ capacity: 3 });
      const bodies = [];
      for (const n of numbers)
        bodies.push({
          applicationId: await addApplication(foundation),
          ...place(n, '2026-11-20T02:00:00.000Z'),
        });
      const result = await race(bodies);
      await ofPrison().update({ capacity: null });
      expect(result).to.deep.equal({ done: 3, bookings: 3, entries: 3, refusals: ['session_full'] });
    });

    it('with a room, a terminal and a prisoner of its own each: all stand, with numbers of one unbroken series', async function () {
      this.timeout(60_000);
      const bodies = [];
      for (const n of numbers)
        bodies.push({
          applicationId: await addApplication(foundation),
          ...place(n, '2026-11-23T02:00:00.000Z'),
        });
      expect(await race(bodies)).to.deep.include({
        done: contenders,
        bookings: contenders,
        entries: contenders,
      });
      const taken: string[] = await database.db('bookings').orderBy('number').pluck('number');
      expect(taken).to.deep.equal(taken.map((_, n) => `HJ-2026-${String(n + 1).padStart(6, '0')}`));
    });
  });
});

async function bookFromProcesses(database: TestDatabase, bodies: BookBody[]): Promise<string[]> {
  const children = Array.from({ length: processes }, () =>
    fork(new URL('./booking-process.ts', import.meta.url)),
  );
  await Promise.all(
    children.map(async (child, index) => {
      const own = bodies.filter((_, n) => n % processes === index);
      const task: BookingTask = {
        databaseUrl: database.databaseUrl,
        dataDir: database.dataDir,
        now,
        bodies: own,
      };
      child.send(task);
      await answerOf(child);
    }),
  );
  const answers = children.map(answerOf);
  for (const child of children) child.send('go');
  return (await Promise.all(answers)).flat() as string[];
}

/** The next message of a process; it fails if the process ends without one. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`a booking process ended with ${code}`);
    }),
  ]);
  return answer;
}
