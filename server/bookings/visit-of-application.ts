import type { Knex } from 'knex';
import type { Text } from '../edge/index.ts';
import type { BookingRow } from './tables.ts';

/** Where an application's visit stands, for its family. */
export type VisitOfApplication = {
  id: string;
  number: string;
  state: Exclude<BookingRow['state'], 'held'>;
  prisonId: string;
  startsAt: string;
  endsAt: string;
  visitRoom: Text;
  stepFree: boolean;
  cancelReason: BookingRow['cancel_reason'];
};

type Row = BookingRow & { room_zh: string; room_en: string; step_free: boolean | 0 | 1 };

/** The visit that waits or was held on an application; else the one that was cancelled last; a slot only held is none. */
export async function visitOfApplication(
  db: Knex,
  applicationId: string,
): Promise<VisitOfApplication | undefined> {
  const rows: Row[] = await db('bookings')
    .join('visit_rooms', 'visit_rooms.id', 'bookings.visit_room_id')
    .where({ application_id: applicationId })
    .whereIn('bookings.state', ['booked', 'attended', 'ended', 'cancelled'])
    .orderBy('bookings.id')
    .select('bookings.*', {
      room_zh: 'visit_rooms.name_zh',
      room_en: 'visit_rooms.name_en',
      step_free: 'visit_rooms.step_free',
    });
  const row = rows.find(({ given_back: givenBack }) => !givenBack) ?? rows.at(-1);
  if (row === undefined || row.state === 'held') return undefined;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    prisonId: row.prison_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    visitRoom: { zh: row.room_zh, en: row.room_en },
    stepFree: Boolean(row.step_free),
    cancelReason: row.cancel_reason,
  };
}
