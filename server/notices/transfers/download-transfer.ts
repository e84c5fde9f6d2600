import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { inTransaction } from '../../../db/connection.ts';
import { type BytesAnswer, edgeRefusals, type StaffPrincipal } from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import { filePurpose } from './make-transfer.ts';
import { recordTransfer } from './record-transfer.ts';
import { transferRefusals } from './refusals.ts';
import { type TransferRow, transfersTable } from './tables.ts';

/** @throws Refusal */
export async function loadTransfer(db: Knex, id: string): Promise<TransferRow> {
  const row = await transfersTable(db).where({ id }).first();
  if (row === undefined) throw edgeRefusals.not_found();
  return row;
}

/** The file as it was made, byte by byte, and not before it is in the ledger who took it. @throws Refusal */
export async function downloadTransfer(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
): Promise<BytesAnswer> {
  const { db, sealing, log } = foundation;
  const transfer = await loadTransfer(db, id);
  const bytes = sealing.unseal(filePurpose(id), Buffer.from(transfer.file_sealed, 'base64'));
  if (createHash('sha256').update(bytes).digest('hex') !== transfer.sha256) {
    log.error({ transferId: id }, 'a transfer file is not the one that was made');
    throw transferRefusals.transfer_damaged();
  }
  await inTransaction(db, (trx) =>
    recordTransfer(trx, foundation, { kind: 'sms_transfer_downloaded', staff, transfer }),
  );
  return { bytes, mediaType: 'text/csv; charset=utf-8', fileName: `${transfer.number}.csv` };
}

/** Ed25519, 64 bytes, over the file. @throws Refusal */
export async function downloadSignature({ db }: Foundation, id: string): Promise<BytesAnswer> {
  const { number, signature } = await loadTransfer(db, id);
  return {
    bytes: Buffer.from(signature, 'base64'),
    mediaType: 'application/octet-stream',
    fileName: `${number}.csv.sig`,
  };
}
