import { expect } from 'chai';
import fc from 'fast-check';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import { addApplication, addVisitor, emptyCalendar, officer, outcomeOf } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { openSuspensionOffice, type SuspensionOffice, today } from './an-office.ts';

const days = ['2026-11-30', '2026-12-02', '2026-12-30', '2027-01-05', '2027-02-02', '2027-03-02'];
const startOf = (day: number) => `${days[day]}T00:30:00.000Z`;

type Act =
  | { act: 'book' | 'move'; application: number; day: number }
  | { act: 'cancel'; application: number }
  | { act: 'suspend'; visitor: number; from: number; months: number }
  | { act: 'lift' };
const application = fc.nat(5);
const day = fc.nat(days.length - 1);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('book' as const), application, day }),
  fc.record({ act: fc.constant('move' as const), application, day }),
  fc.record({ act: fc.constant('cancel' as const), application }),
  fc.record({
    act: fc.constant('suspend' as const),
    visitor: fc.nat(2),
    from: day,
    months: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ act: fc.constant('lift' as const) }),
);

describe('Approving a suspension while its visitor is being booked', () => {
  forEachDatabase((_name, open) => {
    let office: SuspensionOffice;
    before(async function () {
      this.timeout(60_000);
      office = await openSuspensionOffice(await open());
    });
    after(() => office.close());

    it('has the booking first, and flagged, or refused: by the order of the book', async function () {
      this.timeout(60_000);
      const seen = new Set<string>();
      for (let n = 0; n < 12; n += 1) {
        const visitorId = await addVisitor(office.foundation);
        const visitId = await office.visit({ visitorIds: [visitorId], reason: 'disorder' });
        const { id } = await office.proposed(visitId);
        const applicationId = await addApplication(office.foundation, { visitorIds: [visitorId] });
        const place = { startsAt: startOf(1), visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };
        const approve = () => office.decide('wujiawa.approver', id, 'approve', { from: '2026-11-24' });
        const book = () => outcomeOf(bookVisit(office.foundation, officer, { applicationId, ...place }));
        const [approved, outcome] = await (n % 2 === 0
          ? Promise.all([approve(), book()])
          : Promise.all([book(), approve()]).then(([one, other]) => [other, one] as const));
        expect(approved.status).to.equal(200);
        expect(outcome).to.be.oneOf(['done', 'visitor_suspended']);
        seen.add(outcome);
        const order: string[] = await office
          .db('ledger_entries')
          .where({ book_id: 'wujiawa' })
          .whereIn('kind', ['visit_booked', 'suspension_approved'])
          .orderBy('entry_index', 'desc')
          .limit(2)
          .pluck('kind');
        if (outcome === 'done') {
          expect(order).to.deep.equal(['suspension_approved', 'visit_booked']);
          const row = await office.db('bookings').where({ application_id: applicationId }).first();
          const body = { version: row.version, reasonCode: 'district_cancelled' as const, note: '' };
          await cancelVisit(office.foundation, officer, row.id, body);
        }
      }
      expect(seen.size).to.be.at.least(1);
    });

    it('and whatever else is done at once, never makes a booking inside a suspension', async function () {
      this.timeout(180_000);
      const { db, foundation } = office;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(acts, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
          async (batches) => {
            office.clock.set(today);
            await emptyAll();
            const visitors = await Promise.all([1, 2, 3].map(() => addVisitor(foundation)));
            const applications: string[] = [];
            for (let n = 0; n < 6; n += 1) {
              const visitorIds = [...new Set([visitors[n % 3] as string, visitors[(n * 2) % 3] as string])];
              applications.push(await addApplication(foundation, { visitorIds }));
            }
            for (const batch of batches) {
              // Proposals are made beforehand: the visit that each follows from is one of the past.
              const ready = [];
              for (const act of batch) ready.push(await prepare(act, visitors, applications));
              await Promise.all(ready.map((perform) => perform()));
              await expectNoneInside();
            }
          },
        ),
        { numRuns: 25 },
      );

      async function prepare(
        act: Act,
        visitors: string[],
        applications: string[],
      ): Promise<() => Promise<unknown>> {
        if (act.act === 'suspend') {
          const visitId = await office.visit({
            visitorIds: [visitors[act.visitor] as string],
            reason: 'disorder',
          });
          const { id } = await office.proposed(visitId, { months: act.months });
          return () => office.decide('wujiawa.approver', id, 'approve', { from: days[act.from] });
        }
        if (act.act === 'lift') {
          const one = await db('suspension_decisions').where({ decision: 'approved' }).first('suspension_id');
          if (one === undefined) return async () => 'nothing there';
          return () => office.decide('wujiawa.approver', one.suspension_id, 'lift', { note: '解除' });
        }
        const applicationId = applications[act.application] as string;
        const n = (act.application % 2) + 1;
        if (act.act === 'book') {
          const body = { applicationId, startsAt: startOf(act.day), visitRoomId: `room-${n}` };
          const terminalId = `wujiawa-terminal-${n}`;
          return () => outcomeOf(bookVisit(foundation, officer, { ...body, terminalId }));
        }
        const booking = await db('bookings').where({ live_application_id: applicationId }).first();
        if (booking === undefined) return async () => 'nothing there';
        const { id, version, visit_room_id: visitRoomId, terminal_id: terminalId } = booking;
        if (act.act === 'move') {
          const body = { version, startsAt: startOf(act.day), visitRoomId, terminalId };
          return () => outcomeOf(moveVisit(foundation, officer, id, body));
        }
        const body = { version, reasonCode: 'other' as const, note: '-' };
        return () => outcomeOf(cancelVisit(foundation, officer, id, body));
      }
    });

    async function emptyAll(): Promise<void> {
      const { db } = office;
      await db('suspension_decisions').delete();
      await db('visitor_suspensions').delete();
      await emptyCalendar(db, ['booked', 'cancelled']);
    }

    /**
     * By the order of the prison's book alone: no booking or move was written into days that an approval, written before it
     * and not lifted by then, had closed to one of its visitors.
     */
    async function expectNoneInside(): Promise<void> {
      const rows: { entry: string }[] = await office
        .db('ledger_entries')
        .where({ book_id: 'wujiawa' })
        .whereIn('kind', ['visit_booked', 'visit_moved', 'suspension_approved', 'suspension_lifted'])
        .orderBy('entry_index');
      const standing = new Map<string, { visitorId: string; from: string; to: string }>();
      for (const { entry } of rows) {
        const { kind, facts, subjects } = JSON.parse(entry) as Entry;
        const visitorIds = subjects.filter((one) => one.kind === 'visitor').map(({ id }) => id);
        const id = String(facts.suspensionId);
        if (kind === 'suspension_lifted') standing.delete(id);
        else if (kind === 'suspension_approved')
          standing.set(id, {
            visitorId: visitorIds[0] as string,
            from: String(facts.fromDay),
            to: String(facts.toDay),
          });
        else {
          // Every slot of this test lies in the morning: the day is the same in UTC.
          const on = String(facts.startsAt).slice(0, 10);
          const inside = [...standing.values()].filter(
            ({ visitorId, from, to }) => visitorIds.includes(visitorId) && from <= on && on <= to,
          );
          expect(inside, `${kind} ${facts.startsAt}`).to.deep.equal([]);
        }
      }
    }
  });
});

type Entry = {
  kind: string;
  facts: Record<string, unknown>;
  subjects: { kind: string; id: string }[];
};
