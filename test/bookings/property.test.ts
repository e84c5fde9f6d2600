import { expect } from 'chai';
import fc from 'fast-check';
import { inTransaction } from '../../db/connection.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { endBooking } from '../../server/bookings/index.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import type { Foundation } from '../../server/foundation.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import {
  addApplication,
  addPrisoner,
  addVisitor,
  emptyCalendar,
  officer,
  outcomeOf,
  seedDistrict,
  setRule,
} from './a-district.ts';
import {
  expectDecidedTheSameAgain,
  expectNoOverlap,
  expectOccupanciesMatch,
  expectQuotaKept,
} from './invariants.ts';

const clock = testClock('2026-11-16T01:00:00.000Z');
const quota = { observation: 1, ordinary: 1, lenient: 2 } as const;
const slots = [
  '2026-11-24T00:30:00.000Z',
  '2026-11-24T01:15:00.000Z',
  '2026-11-25T00:30:00.000Z',
  '2026-11-30T00:30:00.000Z',
  '2026-12-01T00:30:00.000Z',
];

/** What one officer does: to the application of this index, or to its booking. */
type Act = {
  act: 'book' | 'move' | 'cancel' | 'end';
  application: number;
  slot: number;
  room: number;
  terminal: number;
  giveBack: boolean;
};
type Known = { id: string; prisonerId: string; visitorIds: string[]; allowed: number };

/** One booking as the model of the test sees it. */
type ModelBooking = { known: Known; slot: number; room: number; terminal: number };
type Model = { live: ModelBooking[]; ended: ModelBooking[] };

const applicationsCount = 8;
const acts = fc.record<Act>({
  act: fc.constantFrom('book', 'book', 'book', 'move', 'cancel', 'end'),
  application: fc.nat(applicationsCount - 1),
  slot: fc.nat(slots.length - 1),
  room: fc.nat(1),
  terminal: fc.nat(1),
  giveBack: fc.boolean(),
});

describe('Whatever officers book, move, cancel and end', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    const known: Known[] = [];

    before(async function () {
      this.timeout(60_000);
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation);
      await setRule(foundation, 'max_lead_days', 60);
      const grades = ['lenient', 'ordinary', 'observation'] as const;
      const visitors = await Promise.all([1, 2, 3, 4].map(() => addVisitor(foundation)));
      const prisoners = await Promise.all(grades.map((grade) => addPrisoner(foundation, { grade })));
      // Three prisoners and four visitors in eight applications: much of it is shared.
      for (let n = 0; n < applicationsCount; n += 1) {
        const prisonerId = prisoners[n % 3] as string;
        const visitorIds = [...new Set([visitors[n % 4] as string, visitors[(n * 3 + 1) % 4] as string])];
        const id = await addApplication(foundation, { prisonerId, visitorIds });
        known.push({ id, prisonerId, visitorIds, allowed: quota[grades[n % 3] as keyof typeof quota] });
      }
    });
    after(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });

    const placeOf = ({ slot, room, terminal }: Omit<Act, 'act' | 'application' | 'giveBack'>) => ({
      startsAt: slots[slot] as string,
      visitRoomId: `room-${room + 1}`,
      terminalId: `wujiawa-terminal-${terminal + 1}`,
    });
    const expectInvariants = async () => {
      await expectNoOverlap(database.db);
      await expectOccupanciesMatch(database.db);
      await expectQuotaKept(database.db, quota);
    };
    const liveBookingOf = async ({ application }: Act) =>
      database.db('bookings').where({ live_application_id: known[application]?.id }).first('id', 'version');

    /** Does it as a screen would: with what it has just read. Gives the outcome. */
    async function perform(act: Act): Promise<string> {
      const one = known[act.application] as Known;
      if (act.act === 'book')
        return outcomeOf(bookVisit(foundation, officer, { applicationId: one.id, ...placeOf(act) }));
      const booking = await liveBookingOf(act);
      if (booking === undefined) return 'nothing there';
      const { id, version } = booking;
      if (act.act === 'move')
        return outcomeOf(moveVisit(foundation, officer, id, { version, ...placeOf(act) }));
      if (act.act === 'cancel') {
        const body = { version, reasonCode: 'visitor_cancelled' as const, note: '' };
        return outcomeOf(cancelVisit(foundation, officer, id, body));
      }
      return outcomeOf(
        inTransaction(database.db, async (trx) => {
          const outcome = act.giveBack ? 'ESTABLISHMENT_CANCELLED' : 'COMPLETED_NORMALLY';
          const by = { kind: 'staff', id: officer.id } as const;
          await endBooking(trx, foundation, id, { outcome, wasLive: !act.giveBack, by });
        }),
      );
    }

    it('one after the other, exactly what fits is accepted', async function () {
      this.timeout(180_000);
      await fc.assert(
        fc.asyncProperty(fc.array(acts, { maxLength: 14 }), async (sequence) => {
          await emptyCalendar(database.db);
          const model: Model = { live: [], ended: [] };
          for (const act of sequence) {
            const expected = foretell(model, act, known[act.application] as Known);
            const outcome = await perform(act);
            expect(outcome === 'done', `${JSON.stringify(act)}: ${outcome}`).to.equal(expected);
          }
          await expectNoOverlap(database.db);
          await expectOccupanciesMatch(database.db);
          await expectDecidedTheSameAgain(database.db);
        }),
        { numRuns: 50 },
      );
    });

    it('at the same time, nobody and nothing is taken twice and no quota exceeded, and what is freed can be booked again', async function () {
      this.timeout(180_000);
      const batches = fc.array(fc.array(acts, { minLength: 2, maxLength: 6 }), {
        minLength: 1,
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(batches, async (sequence) => {
          await emptyCalendar(database.db);
          for (const batch of sequence) {
            await Promise.all(batch.map(perform));
            await expectInvariants();
          }
          const live = await database.db('bookings').where({ state: 'booked' });
          for (const row of live) {
            const body = { version: row.version, reasonCode: 'visitor_cancelled' as const, note: '' };
            await cancelVisit(foundation, officer, row.id, body);
            const again = {
              applicationId: row.application_id,
              startsAt: row.starts_at,
              visitRoomId: row.visit_room_id,
              terminalId: row.terminal_id,
            };
            expect(await outcomeOf(bookVisit(foundation, officer, again))).to.equal('done');
          }
          await expectInvariants();
          await expectDecidedTheSameAgain(database.db);
        }),
        { numRuns: 30 },
      );
    });
  });
});

const monthOf = (slot: number) => slots[slot]?.slice(0, 7);

/** What must come of an act done alone, by plain comparison; the model is brought up to date. */
function foretell(model: Model, act: Act, known: Known): boolean {
  const own = model.live.find((booking) => booking.known === known);
  const remove = () => {
    model.live = model.live.filter((booking) => booking !== own);
  };
  if (act.act === 'book') {
    const served = model.ended.some((booking) => booking.known === known);
    if (own || served || !fits(model, act, known, undefined)) return false;
    model.live.push({ known, slot: act.slot, room: act.room, terminal: act.terminal });
    return true;
  }
  if (own === undefined) return false;
  if (act.act === 'move') {
    if (!fits(model, act, known, own)) return false;
    Object.assign(own, { slot: act.slot, room: act.room, terminal: act.terminal });
    return true;
  }
  remove();
  if (act.act === 'end' && !act.giveBack) model.ended.push(own);
  return true;
}

function fits(model: Model, act: Act, known: Known, moving: ModelBooking | undefined): boolean {
  const others = model.live.filter((booking) => booking !== moving);
  const counted = [...others, ...model.ended].filter(
    (booking) => booking.known.prisonerId === known.prisonerId && monthOf(booking.slot) === monthOf(act.slot),
  );
  const meets = others.some(
    (booking) =>
      booking.slot === act.slot &&
      (booking.room === act.room ||
        booking.terminal === act.terminal ||
        booking.known.prisonerId === known.prisonerId ||
        booking.known.visitorIds.some((id) => known.visitorIds.includes(id))),
  );
  return counted.length < known.allowed && !meets;
}
