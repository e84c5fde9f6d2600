import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { Booking } from '../../server/bookings/schema.ts';
import type { SlotsAnswer } from '../../server/calendar/schema.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { type Figure, median, rounded, timeRuns } from './figures.ts';
import { fillBookings } from './fill.ts';

const few = 100;
const many = 1_000_000;
const runs = 40;

type Costs = { search: number; booking: number };

/** Searching a week of slots and booking one, beside a hundred past bookings and beside a million (ten years). */
export async function* bookingsBench(): AsyncGenerator<Figure> {
  const withFew = await costsWith(few);
  const withMany = await costsWith(many);
  for (const [what, name] of [
    ['search', 'search of a week of slots'],
    ['booking', 'booking and cancelling'],
  ] as const) {
    yield {
      name: `${name} with ${many} bookings`,
      value: rounded(withMany[what]),
      unit: 'ms',
      against: {
        name: `with ${few}`,
        value: rounded(withFew[what]),
        ratio: rounded(withMany[what] / withFew[what]),
        goal: '<= 1.3',
      },
    };
  }
}

async function costsWith(count: number): Promise<Costs> {
  const server = await startTestServer();
  try {
    return await measure(server, server.running.foundation.db, count);
  } finally {
    await server.close();
  }
}

async function measure(server: TestServer, db: Knex, count: number): Promise<Costs> {
  const application = await approvedApplication(server);
  const officer = await server.signedIn('officer');
  const cancel = ({ id, version }: Booking) =>
    officer.request('POST', `/api/bookings/${id}/cancel`, { version, reasonCode: 'booked_by_mistake' });
  await cancel(await bookNextSlot(server, application));
  await fillBookings(db, count);
  // The embedded database has held this process for a while: let it notice the connections that timed out meanwhile.
  await wait(1000);

  const day = DateTime.utc().setZone('Asia/Shanghai');
  const week = `applicationId=${application.id}&from=${day.toISODate()}&to=${day.plus({ days: 6 }).toISODate()}`;
  const search = () => officer.request<SlotsAnswer>('GET', `/api/slots?${week}`);
  const free = (await search()).body.slots.filter((slot) => slot.free);
  const searchTimes = await timeRuns(runs, search);
  const bookingTimes = await timeRuns(runs, async (run) => {
    const booked = await officer.request<Booking>('POST', '/api/bookings', {
      applicationId: application.id,
      startsAt: free[1 + (run % (free.length - 1))]?.startsAt,
      visitRoomId: 'visit-room-1',
      terminalId: 'baimaoling-terminal-1',
    });
    if (booked.status >= 300) throw new Error(JSON.stringify(booked.body));
    await cancel(booked.body);
  });
  return { search: median(searchTimes), booking: median(bookingTimes) };
}
