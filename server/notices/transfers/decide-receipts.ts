import { DateTime } from 'luxon';
import { peopleZone, toStoredTime } from '../../clock.ts';
import type { CsvRow } from '../../csv-file.ts';
import type { Refusal } from '../../edge/index.ts';
import { deliveryStateTexts } from '../codes.ts';
import { transferRefusals } from './refusals.ts';
import { type ReceiptState, receiptStates, receiptsHeader } from './schema.ts';
import type { LineState } from './tables.ts';

/** A receipt as the file has it. */
export type Receipt = {
  at: number;
  transferNumber: string;
  line: string;
  state: ReceiptState;
  time: string;
  reason: string;
};

const longestReason = 200;

/** Reads the lines of a receipts file, or says which of them is wrong. */
export function receiptsIn(rows: readonly CsvRow[]): Receipt[] | Refusal {
  const [header, ...lines] = rows;
  if (header?.cells.map((name) => name.trim()).join(',') !== receiptsHeader.join(',')) {
    return transferRefusals.receipts_header({ header: receiptsHeader.join(',') });
  }
  const receipts: Receipt[] = [];
  for (const { line: at, cells: fields } of lines) {
    const [transferNumber = '', line = '', state = '', time = '', reason = ''] = fields.map((one) =>
      one.trim(),
    );
    if (fields.length !== receiptsHeader.length) {
      return transferRefusals.receipt_fields({
        line: at,
        found: fields.length,
        wanted: receiptsHeader.length,
      });
    }
    const known = receiptStates.find((one) => one === state);
    if (known === undefined) {
      const states = receiptStates.join(', ');
      return transferRefusals.receipt_state_unknown({ line: at, state: state.slice(0, 40), states });
    }
    receipts.push({ at, transferNumber, line, state: known, time, reason: reason.slice(0, longestReason) });
  }
  return receipts;
}

/** A line of a transfer as it stands. */
export type KnownLine = { transferNumber: string; line: number; transferredAt: string; state: LineState };
export type LineChange<L> = { known: L; state: LineState; at: string; reason: string };

const stateOf: Record<ReceiptState, LineState> = {
  accepted: 'accepted',
  delivered: 'delivered',
  failed: 'failed',
  expired: 'failed',
  rejected: 'failed',
};
const isLast = (state: LineState) => state === 'delivered' || state === 'failed';

/**
 * What receipts change, or why the first wrong one is refused, and with it all. What is known already changes nothing,
 * and neither does word of being accepted that comes after the end.
 */
export function decideReceipts<L extends KnownLine>(
  receipts: readonly Receipt[],
  lines: readonly L[],
  now: DateTime,
): LineChange<L>[] | Refusal {
  const known = new Map(lines.map((line) => [`${line.transferNumber}/${line.line}`, line]));
  const changes = new Map<L, LineChange<L>>();
  for (const { at, transferNumber: number, line: id, state: said, time, reason } of receipts) {
    const line = known.get(`${number}/${id}`);
    if (line === undefined) {
      return transferRefusals.receipt_line_unknown({
        line: at,
        number: number.slice(0, 40),
        id: id.slice(0, 20),
      });
    }
    const moment = momentOf(time);
    if (moment === undefined || moment < line.transferredAt.slice(0, 16) || moment > toStoredTime(now)) {
      return transferRefusals.receipt_time_wrong({ line: at, time: time.slice(0, 40) });
    }
    const state = stateOf[said];
    const was = changes.get(line)?.state ?? line.state;
    if (state === was || (state === 'accepted' && isLast(was))) continue;
    if (isLast(was)) {
      const [before, after] = [deliveryStateTexts[was], deliveryStateTexts[state]];
      return transferRefusals.receipt_contradicts({ line: at, number, id, was: before, now: after });
    }
    const because = said === 'expired' || said === 'rejected' ? [said, reason] : [reason];
    const text = because
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, longestReason);
    changes.set(line, { known: line, state, at: moment, reason: text });
  }
  return [...changes.values()];
}

/** `2026-11-24 09:30:00` of Asia/Shanghai, or ISO 8601 with its offset. */
function momentOf(text: string): string | undefined {
  const local = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm:ss', { zone: peopleZone });
  if (local.isValid) return toStoredTime(local);
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const iso = DateTime.fromISO(text);
  return iso.isValid ? toStoredTime(iso) : undefined;
}
