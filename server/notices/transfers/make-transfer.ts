import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../../db/connection.ts';
import { isUniqueViolation } from '../../../db/dialect.ts';
import { isoNow, peopleZone } from '../../clock.ts';
import { writeCsv } from '../../csv-file.ts';
import { edgeRefusals, type StaffPrincipal } from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import { nextNumber } from '../../number-series.ts';
import { loadVisitors, phoneOf } from '../../people/index.ts';
import { isMobile } from '../decide-delivery.ts';
import { addEvents, noteDelivery } from '../deliveries.ts';
import { textsOf } from '../sealed-texts.ts';
import { type DeliveryRow, deliveriesTable, noticesTable } from '../tables.ts';
import { recordTransfer } from './record-transfer.ts';
import { transferRefusals } from './refusals.ts';
import { transferHeader } from './schema.ts';
import { type TransferRow, transferLinesTable, transfersTable } from './tables.ts';
import { signFile, type TransferKey } from './transfer-key.ts';

/** 短信 */
const numberPrefix = 'DX';
/** What a file holds at most; the others wait for the next. */
export const mostLines = 5000;
const rowsAtOnce = 200;

/** The file's purpose for sealing: it holds telephone numbers. */
export const filePurpose = (transferId: string) => `sms_transfer.file:${transferId}`;

type Message = DeliveryRow & { phone: string; text: string; prisonId: string };

/**
 * Takes every text message that waits into a signed file for the government's network; each is in one file and no other,
 * whoever else makes one at the same moment. Gives the transfer's id. @throws Refusal
 */
export async function makeTransfer(
  foundation: Foundation,
  staff: StaffPrincipal,
  key: TransferKey,
): Promise<string> {
  const { db, clock, sealing } = foundation;
  if (staff.role !== 'district_officer') throw edgeRefusals.not_permitted();
  const made = await inTransaction(db, async (trx) => {
    const at = isoNow(clock);
    const messages = await takeWaiting(trx, foundation, at);
    // What turned out to be no mobile number is noted all the same.
    if (messages.length === 0) return undefined;
    const id = newId();
    const number = await nextNumber(trx, numberPrefix, clock.now().setZone(peopleZone).year);
    const file = writeCsv([
      transferHeader,
      ...messages.map(({ phone, text }, index) => [number, String(index + 1), phone, text]),
    ]);
    const transfer: TransferRow = {
      id,
      number,
      line_count: messages.length,
      file_sealed: sealing.seal(filePurpose(id), file).toString('base64'),
      sha256: createHash('sha256').update(file).digest('hex'),
      signature: signFile(key, file).toString('base64'),
      public_key: key.publicPem,
      created_by: staff.id,
      created_at: at,
    };
    await transfersTable(trx).insert(transfer);
    await handOver(trx, messages, { transferId: id, at, staffId: staff.id });
    await recordTransfer(trx, foundation, { kind: 'sms_transfer_made', staff, transfer });
    return id;
  }).catch((error) => {
    throw isUniqueViolation(error) ? transferRefusals.made_by_another() : error;
  });
  if (made === undefined) throw transferRefusals.nothing_to_transfer();
  return made;
}

/** Locks what waits, the oldest first, and reads it. */
async function takeWaiting(trx: Knex.Transaction, { sealing }: Foundation, at: string): Promise<Message[]> {
  const waiting: DeliveryRow[] = await deliveriesTable(trx)
    .where({ channel: 'sms', state: 'waiting' })
    .orderBy(['since', 'notice_id'])
    .limit(mostLines)
    .forUpdate();
  const notices = new Map(
    (await noticesTable(trx).whereIn('id', idsOf(waiting))).map((notice) => [notice.id, notice] as const),
  );
  const visitors = await loadVisitors(
    trx,
    [...notices.values()].map(({ visitor_id: id }) => id),
  );
  const messages: Message[] = [];
  for (const delivery of waiting) {
    const notice = notices.get(delivery.notice_id);
    const visitor = visitors.get(notice?.visitor_id ?? '');
    if (notice === undefined || visitor === undefined) throw new Error('a text message is to nobody');
    const phone = phoneOf(sealing, visitor);
    if (isMobile(phone)) {
      messages.push({
        ...delivery,
        phone,
        text: textsOf(sealing, notice).message,
        prisonId: notice.prison_id,
      });
    } else {
      // The number was changed since the notice was written.
      const { notice_id: noticeId, attempt } = delivery;
      await noteDelivery(trx, { noticeId, channel: 'sms' }, { state: 'no_mobile', at, attempt });
    }
  }
  return messages;
}

async function handOver(
  trx: Knex.Transaction,
  messages: readonly Message[],
  { transferId, at, staffId }: { transferId: string; at: string; staffId: string },
): Promise<void> {
  const lines = messages.map(({ notice_id, attempt }, index) => ({
    transfer_id: transferId,
    line: index + 1,
    notice_id,
    attempt,
    state: 'handed_over' as const,
    receipt_at: null,
    receipt_reason: '',
  }));
  for (let from = 0; from < lines.length; from += rowsAtOnce) {
    const some = lines.slice(from, from + rowsAtOnce);
    await transferLinesTable(trx).insert(some);
    await deliveriesTable(trx)
      .where({ channel: 'sms' })
      .whereIn('notice_id', idsOf(some))
      .update({ state: 'handed_over', since: at });
  }
  await addEvents(
    trx,
    messages.map(({ notice_id, attempt }) => ({
      notice_id,
      channel: 'sms',
      state: 'handed_over',
      attempt,
      at,
      staff_id: staffId,
      reason: '',
    })),
  );
}

const idsOf = (rows: readonly { notice_id: string }[]) => rows.map((row) => row.notice_id);
