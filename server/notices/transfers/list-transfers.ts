import type { Knex } from 'knex';
import { staffNames } from '../../accounts/index.ts';
import { type Language, type StaffPrincipal, toAllowedAction } from '../../edge/index.ts';
import type { Foundation } from '../../foundation.ts';
import { loadVisitors, maskName, maskPhone, phoneOf } from '../../people/index.ts';
import { noticeTitles } from '../codes.ts';
import { isMobile, whyNotDeliver, whyNotTextAgain } from '../decide-delivery.ts';
import {
  type DeliveryRow,
  deliveriesTable,
  deliveryEventsTable,
  type NoticeRow,
  noticesTable,
} from '../tables.ts';
import type { FailedText, Transfer, TransferLine } from './schema.ts';
import { type LineState, type TransferRow, transferLinesTable } from './tables.ts';
import { fingerprintOf } from './transfer-key.ts';

/** How many text messages wait for a transfer. */
export async function countWaitingTexts(db: Knex): Promise<number> {
  const row = await deliveriesTable(db)
    .where({ channel: 'sms', state: 'waiting' })
    .count({ texts: '*' })
    .first();
  return Number(row?.texts ?? 0);
}

/** Text messages that failed and whose visitors were neither told nor given a slip since. */
function unresolved(db: Knex) {
  return db('notice_deliveries')
    .where({ 'notice_deliveries.channel': 'sms', 'notice_deliveries.state': 'failed' })
    .whereNotExists((query) =>
      query
        .select(db.raw('1'))
        .from({ other: 'notice_deliveries' })
        .whereRaw('other.notice_id = notice_deliveries.notice_id')
        .whereIn('other.channel', ['print', 'told'])
        .whereRaw('other.since >= notice_deliveries.since'),
    );
}

export async function countFailedTexts(db: Knex): Promise<number> {
  const row = await unresolved(db).count({ texts: '*' }).first();
  return Number(row?.texts ?? 0);
}

const mostFailed = 200;

/** What failed and still has to reach its visitor, the longest first. */
export async function listFailedTexts(
  { db, sealing }: Foundation,
  { staff, language }: { staff: StaffPrincipal; language: Language },
): Promise<FailedText[]> {
  const rows: DeliveryRow[] = await unresolved(db)
    .orderBy('since')
    .limit(mostFailed)
    .select('notice_deliveries.*');
  const ids = rows.map(({ notice_id: id }) => id);
  const notices = await loadNotices(db, ids);
  const people = await peopleOf(db, notices);
  const events = await deliveryEventsTable(db)
    .whereIn('notice_id', ids)
    .where({ channel: 'sms', state: 'failed' })
    .orderBy('at');
  const deliver = toAllowedAction(whyNotDeliver(staff.role), language);
  return rows.flatMap((row) => {
    const notice = notices.get(row.notice_id);
    const visitor = people.get(notice?.visitor_id ?? '');
    if (notice === undefined || visitor === undefined) return [];
    const phone = phoneOf(sealing, visitor);
    const again = whyNotTextAgain(staff.role, { state: 'failed', mobile: isMobile(phone) });
    return [
      {
        noticeId: notice.id,
        kind: notice.kind,
        title: noticeTitles[notice.kind],
        visitorName: maskName(visitor.name),
        phoneMasked: maskPhone(phone),
        applicationId: notice.application_id,
        bookingId: notice.booking_id,
        since: row.since,
        reason: events.findLast((event) => event.notice_id === notice.id)?.reason ?? '',
        actions: { textAgain: toAllowedAction(again, language), print: deliver, tell: deliver },
      },
    ];
  });
}

/** The messages of a transfer, with names and numbers masked: those in full leave in the file alone. */
export async function listLines({ db, sealing }: Foundation, transferId: string): Promise<TransferLine[]> {
  const lines = await transferLinesTable(db).where({ transfer_id: transferId }).orderBy('line');
  const notices = await loadNotices(
    db,
    lines.map(({ notice_id: id }) => id),
  );
  const people = await peopleOf(db, notices);
  return lines.flatMap((line) => {
    const notice = notices.get(line.notice_id);
    const visitor = people.get(notice?.visitor_id ?? '');
    if (notice === undefined || visitor === undefined) return [];
    return [
      {
        line: line.line,
        noticeId: notice.id,
        kind: notice.kind,
        title: noticeTitles[notice.kind],
        visitorName: maskName(visitor.name),
        phoneMasked: maskPhone(phoneOf(sealing, visitor)),
        attempt: line.attempt,
        state: line.state,
        receiptAt: line.receipt_at,
        receiptReason: line.receipt_reason,
      },
    ];
  });
}

/** Transfers with how their messages stand. */
export async function presentTransfers(db: Knex, rows: readonly TransferRow[]): Promise<Transfer[]> {
  const ids = rows.map(({ id }) => id);
  const counted: { transfer_id: string; state: LineState; lines: number | string }[] =
    await transferLinesTable(db)
      .whereIn('transfer_id', ids)
      .groupBy('transfer_id', 'state')
      .select('transfer_id', 'state')
      .count({ lines: '*' });
  const names = await staffNames(
    db,
    rows.map((row) => row.created_by),
  );
  return rows.map((row) => {
    const count = (state: LineState) =>
      Number(counted.find((one) => one.transfer_id === row.id && one.state === state)?.lines ?? 0);
    return {
      id: row.id,
      number: row.number,
      createdAt: row.created_at,
      createdBy: names.get(row.created_by) ?? '',
      lines: row.line_count,
      sha256: row.sha256,
      keyFingerprint: fingerprintOf(row.public_key),
      counts: {
        handedOver: count('handed_over'),
        accepted: count('accepted'),
        delivered: count('delivered'),
        failed: count('failed'),
      },
    };
  });
}

async function loadNotices(db: Knex, ids: readonly string[]): Promise<Map<string, NoticeRow>> {
  const rows = await noticesTable(db).whereIn('id', [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

const peopleOf = (db: Knex, notices: ReadonlyMap<string, NoticeRow>) =>
  loadVisitors(
    db,
    [...notices.values()].map(({ visitor_id: id }) => id),
  );
