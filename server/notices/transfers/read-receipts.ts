import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../../db/connection.ts';
import { isoNow } from '../../clock.ts';
import { readCsv } from '../../csv-file.ts';
import { Refusal, type StaffPrincipal, type UploadedFile } from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import { noteDelivery } from '../deliveries.ts';
import { deliveriesTable } from '../tables.ts';
import { decideReceipts, type KnownLine, type LineChange, receiptsIn } from './decide-receipts.ts';
import { transferRefusals } from './refusals.ts';
import type { ReceiptsAnswer } from './schema.ts';
import { receiptFilesTable, type TransferLineRow, transferLinesTable, transfersTable } from './tables.ts';

type Line = KnownLine & TransferLineRow & { transferId: string };

/**
 * Reads back what the gateway says of the messages of transfers: all of the file or, if a line is wrong, nothing. The same
 * file again changes nothing. @throws Refusal with the number of the line
 */
export async function readReceipts(
  foundation: Foundation,
  staff: StaffPrincipal,
  file: UploadedFile | undefined,
): Promise<ReceiptsAnswer> {
  if (file === undefined || file.content.length === 0) throw transferRefusals.no_receipts_file();
  const read = readCsv(file.content);
  if ('fault' in read) throw transferRefusals.receipts_unreadable({ line: read.line });
  const receipts = receiptsIn(read.rows);
  if (receipts instanceof Refusal) throw receipts;
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const { db, clock } = foundation;
  return inTransaction(db, async (trx) => {
    const numbers = [...new Set(receipts.map(({ transferNumber }) => transferNumber))];
    const lines = await lockLines(trx, numbers);
    const changes = decideReceipts(receipts, lines, clock.now());
    if (changes instanceof Refusal) throw changes;
    for (const change of changes) await apply(trx, change, staff);
    await receiptFilesTable(trx).insert({
      id: newId(),
      sha256,
      line_count: receipts.length,
      changed_count: changes.length,
      read_by: staff.id,
      read_at: isoNow(clock),
    });
    await recordReceipts(trx, foundation, { staff, changes, sha256 });
    const count = (state: string) => changes.filter((change) => change.state === state).length;
    return {
      lines: receipts.length,
      changed: changes.length,
      delivered: count('delivered'),
      failed: count('failed'),
    };
  });
}

/** Every line of the transfers that are named: nobody else reads receipts of them before the transaction ends. */
async function lockLines(trx: Knex.Transaction, numbers: string[]): Promise<Line[]> {
  const transfers = await transfersTable(trx).whereIn('number', numbers).select('id', 'number', 'created_at');
  const lines = await transferLinesTable(trx)
    .whereIn(
      'transfer_id',
      transfers.map(({ id }) => id),
    )
    .orderBy(['transfer_id', 'line'])
    .forUpdate();
  return lines.flatMap((line) => {
    const of = transfers.find(({ id }) => id === line.transfer_id);
    if (of === undefined) return [];
    return [{ ...line, transferId: of.id, transferNumber: of.number, transferredAt: of.created_at }];
  });
}

async function apply(
  trx: Knex.Transaction,
  { known, state, at, reason }: LineChange<Line>,
  staff: StaffPrincipal,
): Promise<void> {
  const { transfer_id, line, notice_id: noticeId, attempt } = known;
  await transferLinesTable(trx)
    .where({ transfer_id, line })
    .update({ state, receipt_at: at, receipt_reason: reason });
  const delivery = await deliveriesTable(trx)
    .where({ notice_id: noticeId, channel: 'sms', attempt })
    .forUpdate()
    .first('attempt');
  if (delivery === undefined) return;
  await noteDelivery(trx, { noticeId, channel: 'sms' }, { state, at, attempt, reason, staffId: staff.id });
}

/** In the book of each prison whose visitors' messages stand otherwise now. */
async function recordReceipts(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  { staff, changes, sha256 }: { staff: StaffPrincipal; changes: LineChange<Line>[]; sha256: string },
): Promise<void> {
  const notices: { id: string; prison_id: string }[] = await trx('notices')
    .whereIn(
      'id',
      changes.map(({ known }) => known.notice_id),
    )
    .select('id', 'prison_id');
  const prisonOf = new Map(notices.map((notice) => [notice.id, notice.prison_id]));
  for (const bookId of [...new Set(prisonOf.values())].sort()) {
    const own = changes.filter(({ known }) => prisonOf.get(known.notice_id) === bookId);
    const count = (state: string) => own.filter((change) => change.state === state).length;
    await ledger.append(trx, {
      bookId,
      kind: 'sms_receipts_read',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [...new Set(own.map(({ known }) => known.transferId))].map((id) => ({
        kind: 'sms_transfer',
        id,
      })),
      facts: {
        transferNumbers: [...new Set(own.map(({ known }) => known.transferNumber))],
        accepted: count('accepted'),
        delivered: count('delivered'),
        failed: count('failed'),
        sha256,
      },
    });
  }
}
