import { inTransaction } from '../../db/connection.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import type { StaffPrincipal } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { loadTransferKey } from '../../server/notices/transfers/transfer-key.ts';
import { registerVisitor } from '../../server/people/index.ts';
import { addApplication, officer, type PrisonId, seedDistrict, setRule } from '../bookings/a-district.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

export const now = '2026-11-03T01:00:00.000Z';

/** A district whose families are told by text message. */
export type MessageOffice = Awaited<ReturnType<typeof openMessageOffice>>;

export async function openMessageOffice(database: TestDatabase) {
  const clock: TestClock = testClock(now);
  const foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation, { rooms: 20, terminals: 20 });
  await setRule(foundation, 'min_lead_working_days', 0);
  let booked = 0;
  const office = {
    db: database.db,
    clock,
    foundation,
    key: loadTransferKey(database.dataDir),
    /** A family with a telephone of its own books a visit; gives the booking. */
    async book(
      prisonId: PrisonId = 'wujiawa',
      phone?: string,
    ): Promise<{ bookingId: string; phone: string }> {
      booked += 1;
      const number = phone ?? `139${String(10_000_000 + booked)}`;
      const visitor = await inTransaction(database.db, (trx) =>
        registerVisitor(trx, foundation, {
          name: '某乙',
          idNumber: idNumberOf('1970-01-01', booked),
          phone: number,
        }),
      );
      const applicationId = await addApplication(foundation, { prisonId, visitorIds: [visitor.id] });
      const bookingId = await bookVisit(foundation, officer, {
        applicationId,
        startsAt: '2026-11-10T02:00:00.000Z',
        visitRoomId: `room-${booked}`,
        terminalId: `${prisonId}-terminal-${booked}`,
      });
      return { bookingId, phone: number };
    },
    async entries(kind: string): Promise<{ book: string; facts: Record<string, unknown> }[]> {
      const rows: { entry: string }[] = await database
        .db('ledger_entries')
        .where({ kind })
        .orderBy(['book_id', 'entry_index']);
      return rows.map(({ entry }) => JSON.parse(entry));
    },
    async close() {
      await foundation.ledger.headsKept();
      await database.close();
    },
  };
  return office;
}

export const staff: StaffPrincipal = officer;

/** How each text message stands. */
export async function smsStates({ db }: Pick<Foundation, 'db'>): Promise<string[]> {
  return db('notice_deliveries')
    .where({ channel: 'sms' })
    .orderBy('notice_id')
    .select('state', 'attempt')
    .then((rows: { state: string; attempt: number }[]) => rows.map((row) => `${row.state} ${row.attempt}`));
}
