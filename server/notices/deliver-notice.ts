import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisitors, phoneOf } from '../people/index.ts';
import { isMobile, whyNotDeliver, whyNotTextAgain } from './decide-delivery.ts';
import { noteDelivery } from './deliveries.ts';
import type { Telling } from './schema.ts';
import { deliveriesTable, type NoticeRow, noticesTable } from './tables.ts';

/** A notice, for somebody who may see it: to another prison it does not exist. @throws Refusal */
export async function openNotice(db: Knex, staff: StaffPrincipal, id: string): Promise<NoticeRow> {
  const row = await noticesTable(db).where({ id }).first();
  if (row === undefined || !worksWith(staff, row.prison_id)) throw edgeRefusals.not_found();
  return row;
}

/** The slip is printed to be handed over; each printing is a line in the history. @throws Refusal */
export async function markPrinted(
  foundation: Foundation,
  staff: StaffPrincipal,
  noticeId: string,
): Promise<void> {
  await noteByStaff(foundation, staff, { noticeId, channel: 'print', reason: '' });
}

/** The visitor was told in words. @throws Refusal */
export async function markTold(
  foundation: Foundation,
  staff: StaffPrincipal,
  noticeId: string,
  how: Telling,
): Promise<void> {
  await noteByStaff(foundation, staff, { noticeId, channel: 'told', reason: how });
}

async function noteByStaff(
  { db, clock }: Foundation,
  staff: StaffPrincipal,
  { noticeId, channel, reason }: { noticeId: string; channel: 'print' | 'told'; reason: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await openNotice(trx, staff, noticeId);
    const refusal = whyNotDeliver(staff.role);
    if (refusal) throw refusal;
    const change = { state: 'done', at: isoNow(clock), staffId: staff.id, reason } as const;
    await noteDelivery(trx, { noticeId, channel }, change);
  });
}

/** A text message that failed goes into the next transfer, as another attempt. @throws Refusal */
export async function textAgain(
  { db, clock, sealing }: Foundation,
  staff: StaffPrincipal,
  noticeId: string,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const notice = await openNotice(trx, staff, noticeId);
    const delivery = await deliveriesTable(trx)
      .where({ notice_id: noticeId, channel: 'sms' })
      .forUpdate()
      .first();
    const visitor = (await loadVisitors(trx, [notice.visitor_id])).get(notice.visitor_id);
    const mobile = visitor !== undefined && isMobile(phoneOf(sealing, visitor));
    const refusal = whyNotTextAgain(staff.role, { state: delivery?.state, mobile });
    if (refusal) throw refusal;
    const attempt = (delivery?.attempt ?? 0) + 1;
    const change = { state: 'waiting', at: isoNow(clock), attempt, staffId: staff.id } as const;
    await noteDelivery(trx, { noticeId, channel: 'sms' }, change);
  });
}
