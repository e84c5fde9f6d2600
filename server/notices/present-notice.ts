import { staffNames } from '../accounts/index.ts';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisitors, maskName, phoneOf } from '../people/index.ts';
import { noticeTitles } from './codes.ts';
import { isMobile, mayReadTexts, whyNotDeliver, whyNotTextAgain } from './decide-delivery.ts';
import type { Notice } from './schema.ts';
import { textsOf } from './sealed-texts.ts';
import { deliveriesTable, deliveryEventsTable, type NoticeRow } from './tables.ts';

/** Notices as this member of staff sees them, with how each has reached its visitor. */
export async function presentNotices(
  { db, sealing }: Foundation,
  rows: readonly NoticeRow[],
  { staff, language }: { staff: StaffPrincipal; language: Language },
): Promise<Notice[]> {
  const ids = rows.map(({ id }) => id);
  const deliveries = await deliveriesTable(db).whereIn('notice_id', ids);
  const events = await deliveryEventsTable(db).whereIn('notice_id', ids).orderBy(['at', 'id']);
  const visitors = await loadVisitors(
    db,
    rows.map((row) => row.visitor_id),
  );
  const names = await staffNames(
    db,
    events.map((event) => event.staff_id),
  );
  const readsTexts = mayReadTexts(staff.role);
  const deliver = toAllowedAction(whyNotDeliver(staff.role), language);
  return rows.map((row): Notice => {
    const visitor = visitors.get(row.visitor_id);
    const own = deliveries.filter((delivery) => delivery.notice_id === row.id);
    const { message, full } = textsOf(sealing, row);
    const sms = {
      state: own.find(({ channel }) => channel === 'sms')?.state,
      mobile: visitor !== undefined && isMobile(phoneOf(sealing, visitor)),
    };
    const name = visitor?.name ?? '';
    return {
      id: row.id,
      kind: row.kind,
      title: noticeTitles[row.kind],
      createdAt: row.created_at,
      visitor: { id: row.visitor_id, name: readsTexts ? name : maskName(name) },
      applicationId: row.application_id,
      bookingId: row.booking_id,
      texts: readsTexts ? { message, full } : null,
      deliveries: own.map(({ channel, state }) => ({ channel, state })),
      history: events
        .filter((event) => event.notice_id === row.id)
        .map(({ channel, state, attempt, at, staff_id: by, reason }) => ({
          channel,
          state,
          attempt,
          at,
          by: by === null ? null : (names.get(by) ?? ''),
          reason,
        })),
      actions: {
        print: deliver,
        tell: deliver,
        textAgain: toAllowedAction(whyNotTextAgain(staff.role, sms), language),
      },
    };
  });
}
