import type { Knex } from 'knex';
import type { DeliveryState } from '../codes.ts';

export type TransferRow = {
  id: string;
  number: string;
  line_count: number;
  file_sealed: string;
  sha256: string;
  signature: string;
  public_key: string;
  created_by: string;
  created_at: string;
};

/** How the text message of a line stands. */
export type LineState = Extract<DeliveryState, 'handed_over' | 'accepted' | 'delivered' | 'failed'>;

export type TransferLineRow = {
  transfer_id: string;
  line: number;
  notice_id: string;
  attempt: number;
  state: LineState;
  receipt_at: string | null;
  receipt_reason: string;
};

export type ReceiptFileRow = {
  id: string;
  sha256: string;
  line_count: number;
  changed_count: number;
  read_by: string;
  read_at: string;
};

export const transfersTable = (db: Knex) => db<TransferRow>('sms_transfers');
export const transferLinesTable = (db: Knex) => db<TransferLineRow>('sms_transfer_lines');
export const receiptFilesTable = (db: Knex) => db<ReceiptFileRow>('sms_receipt_files');

/** How many lines of a transfer each prison has: its book is told so. */
export async function prisonsOfTransfer(db: Knex, transferId: string): Promise<Map<string, number>> {
  const rows: { prison_id: string; lines: number | string }[] = await db('sms_transfer_lines')
    .join('notices', 'notices.id', 'sms_transfer_lines.notice_id')
    .where({ transfer_id: transferId })
    .groupBy('prison_id')
    .orderBy('prison_id')
    .select('prison_id')
    .count({ lines: '*' });
  return new Map(rows.map((row) => [row.prison_id, Number(row.lines)]));
}
