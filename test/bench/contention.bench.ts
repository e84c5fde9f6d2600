import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction, openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { offerSlots } from '../../server/bookings/offer-slots.ts';
import type { BookBody } from '../../server/bookings/schema.ts';
import type { Foundation } from '../../server/foundation.ts';
import { addApplication, officer, seedDistrict, terminalsOf } from '../bookings/a-district.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { startMariadb } from '../support/mariadb.ts';
import { testClock } from '../support/test-clock.ts';
import { type Figure, median, rounded } from './figures.ts';
import { rowsWrittenBy, writeAgain } from './rows-written.ts';

const bookers = 8;
const aRound = 96;
const rounds = 5;

/**
 * Bookings a second when eight officers book for one prison at once, and as many transactions a second that write the very
 * same rows and decide nothing: both wait for the series of numbers and for the prison's ledger book.
 */
export async function* contentionBench(): AsyncGenerator<Figure> {
  // On a disk, as an office has it: each commit is waited for on both sides.
  const mariadb = await startMariadb(tmpdir());
  const dataDir = mkdtempSync(join(tmpdir(), 'visits-bench-'));
  const db = await openDatabase({ databaseUrl: await mariadb.createDatabase(), dataDir });
  try {
    await migrate(db);
    const foundation = await openTestFoundation({ db, dataDir }, testClock('2026-11-03T01:00:00.000Z'));
    await seedDistrict(foundation, { rooms: bookers, terminals: bookers });
    yield await measure(foundation);
    await foundation.ledger.headsKept();
  } finally {
    await db.destroy();
    await mariadb.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(foundation: Foundation): Promise<Figure> {
  const { db } = foundation;
  const wanted = await placesFor(foundation, rounds * aRound + bookers + 1);
  const book = (body: BookBody) => bookVisit(foundation, officer, body);
  const first = wanted.pop();
  if (first === undefined) throw new Error('there is no place to book');
  const rows = await rowsWrittenBy(db, () => book(first));
  await rate(wanted.splice(0, bookers), book);
  const booked: number[] = [];
  const bare: number[] = [];
  // In turns, so that both meet the same machine.
  for (let round = 0; round < rounds; round += 1) {
    booked.push(await rate(wanted.splice(0, aRound), book));
    bare.push(
      await rate(Array.from({ length: aRound }), () =>
        inTransaction(db, (trx) => writeAgain(trx, rows, 'sichahe')),
      ),
    );
  }
  return {
    name: `bookings of one prison by ${bookers} officers at once (MariaDB)`,
    value: rounded(median(booked)),
    unit: 'bookings/s',
    against: {
      name: 'transactions that write the same rows',
      value: rounded(median(bare)),
      ratio: rounded(median(booked) / median(bare)),
      goal: '>= 0.5',
    },
  };
}

/** Each an application of its own, and a slot, room and terminal that nobody else wants. */
async function placesFor(foundation: Foundation, count: number): Promise<BookBody[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await addApplication(foundation));
  const days = { from: '2026-11-04', to: '2026-12-03' };
  const { slots } = await offerSlots(foundation, { applicationId: ids[0] ?? '', ...days }, 'en');
  const places = slots
    .filter(({ free }) => free)
    .flatMap(({ startsAt }) =>
      terminalsOf('wujiawa', bookers).map((terminalId, n) => ({
        startsAt,
        terminalId,
        visitRoomId: `room-${n + 1}`,
      })),
    );
  return ids.flatMap((applicationId, n) => {
    const place = places[n];
    return place === undefined ? [] : [{ applicationId, ...place }];
  });
}

/** How many a second, when as many workers as there are officers take one after the other. */
async function rate<T>(tasks: readonly T[], work: (task: T) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < tasks.length) {
      const task = tasks[next] as T;
      next += 1;
      await work(task);
    }
  };
  await Promise.all(Array.from({ length: bookers }, worker));
  return tasks.length / ((performance.now() - begun) / 1000);
}
