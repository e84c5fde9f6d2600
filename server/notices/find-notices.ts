import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { noteDelivery } from './deliveries.ts';
import type { OwnNotice } from './schema.ts';
import { textsOf } from './sealed-texts.ts';
import { deliveriesTable, type NoticeRow, noticesTable } from './tables.ts';

/** More than a case ever has. */
const mostOfACase = 300;

export type NoticeFilter = { applicationId: string } | { bookingId: string };

/** The notices of an application with its bookings', or of one booking; the newest first. */
export function findNotices(db: Knex, filter: NoticeFilter): Promise<NoticeRow[]> {
  const of =
    'bookingId' in filter ? { booking_id: filter.bookingId } : { application_id: filter.applicationId };
  return noticesTable(db).where(of).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(mostOfACase);
}

/** What this visitor was told, the newest first: for the visitor's own screen and nobody else's. */
export async function noticesOfVisitor(
  db: Knex,
  { sealing }: Pick<Foundation, 'sealing'>,
  visitorId: string,
  limit = 50,
): Promise<OwnNotice[]> {
  const rows = await noticesTable(db)
    .where({ visitor_id: visitorId })
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map((row) => {
    const { title, full } = textsOf(sealing, row);
    return {
      id: row.id,
      kind: row.kind,
      title,
      full,
      createdAt: row.created_at,
      applicationId: row.application_id,
      bookingId: row.booking_id,
    };
  });
}

/** The visitor has had these notices on the screen; what was seen before stays as it was. Others' notices are left alone. */
export async function markSeen(
  { db, clock }: Foundation,
  visitorId: string,
  noticeIds: readonly string[],
): Promise<void> {
  const at = isoNow(clock);
  await inTransaction(db, async (trx) => {
    const own: string[] = await noticesTable(trx)
      .where({ visitor_id: visitorId })
      .whereIn('id', [...noticeIds])
      .pluck('id');
    const seen: string[] = await deliveriesTable(trx)
      .where({ channel: 'screen' })
      .whereIn('notice_id', own)
      .pluck('notice_id');
    for (const noticeId of own.filter((id) => !seen.includes(id))) {
      await noteDelivery(trx, { noticeId, channel: 'screen' }, { state: 'done', at });
    }
  });
}
