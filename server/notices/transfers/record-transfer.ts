import type { Knex } from 'knex';
import type { StaffPrincipal } from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import type { JsonObject } from '../../ledger/index.ts';
import { prisonsOfTransfer, type TransferRow } from './tables.ts';

type TransferEntry = {
  kind: 'sms_transfer_made' | 'sms_transfer_downloaded';
  staff: StaffPrincipal;
  transfer: TransferRow;
};

/** Says in the book of each prison whose visitors are in a transfer how many they are; never a number or a name. */
export async function recordTransfer(
  trx: Knex.Transaction,
  foundation: Foundation,
  { kind, staff, transfer }: TransferEntry,
): Promise<void> {
  const { id, number, line_count: linesInFile, sha256 } = transfer;
  for (const [bookId, lines] of await prisonsOfTransfer(trx, id)) {
    await appendFor(
      trx,
      foundation,
      { kind, staff, bookId, transferId: id },
      {
        transferNumber: number,
        lines,
        linesInFile,
        sha256,
      },
    );
  }
}

export async function appendFor(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  entry: { kind: string; staff: StaffPrincipal; bookId: string; transferId: string },
  facts: JsonObject,
): Promise<void> {
  const { kind, staff, bookId, transferId } = entry;
  await ledger.append(trx, {
    bookId,
    kind,
    actor: { kind: 'staff', id: staff.id, role: staff.role },
    subjects: [{ kind: 'sms_transfer', id: transferId }],
    facts,
  });
}
