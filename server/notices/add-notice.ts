import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisitors, phoneOf, type VisitorRow } from '../people/index.ts';
import type { DeliveryState, NoticeKind } from './codes.ts';
import { isMobile } from './decide-delivery.ts';
import { noteDelivery, startDeliveries } from './deliveries.ts';
import { type CaseOfNotice, type LoadedCase, loadCase } from './load-case.ts';
import type { NoticeFact, NoticeFacts } from './notice-facts.ts';
import { type NoticeTexts, renderNotice } from './render-notice.ts';
import { sealTexts } from './sealed-texts.ts';
import { type DeliveryEventRow, deliveriesTable, type NoticeRow, noticesTable } from './tables.ts';

/** What a step tells. `step` names what happened, where neither a booking nor an application with its version does. */
export type Told = CaseOfNotice & { step?: string } & {
    [K in NoticeKind]: { kind: K; facts: NoticeFacts[K] };
  }[NoticeKind];

/** Somebody in particular. */
export type NewNotice = Told & { visitorId: string };
/** The applicant, or everybody who comes, of the application or of the booking's. */
export type NewNotices = Told & { to: 'applicant' | 'everyone' };

type Tools = Pick<Foundation, 'clock' | 'sealing'>;

/**
 * Tells a visitor what a step has come to: the words are written down in both languages as they are now, to be printed,
 * shown and texted. In the transaction of the step, after its rows are written and before its ledger entry. The same step
 * tells the same person once, however often it is called.
 */
export async function addNotice(
  trx: Knex.Transaction,
  foundation: Tools,
  { visitorId, ...told }: NewNotice,
): Promise<void> {
  const visitor = (await loadVisitors(trx, [visitorId])).get(visitorId);
  if (visitor === undefined) throw new Error(`there is no visitor ${visitorId} to be told`);
  await tell(trx, foundation, told as Told, { loaded: await loadCase(trx, told), visitors: [visitor] });
}

/** Tells the visitors of an application or booking; of those with one telephone number, the first is texted. Gives how many notices are new. */
export async function addNotices(
  trx: Knex.Transaction,
  foundation: Tools,
  { to, ...told }: NewNotices,
): Promise<number> {
  const loaded = await loadCase(trx, told);
  const visitors: VisitorRow[] = await trx('application_visitors')
    .join('visitors', 'visitors.id', 'application_visitors.visitor_id')
    .where({ application_id: loaded.applicationId ?? '' })
    .orderBy('position')
    .limit(to === 'applicant' ? 1 : mostVisitors)
    .select('visitors.*');
  return tell(trx, foundation, told as Told, { loaded, visitors });
}

/** More than any rule allows. */
const mostVisitors = 100;

async function tell(
  trx: Knex.Transaction,
  { clock, sealing }: Tools,
  told: Told,
  { loaded, visitors }: { loaded: LoadedCase; visitors: readonly VisitorRow[] },
): Promise<number> {
  const step = told.step ?? stepOf(told, loaded);
  const at = isoNow(clock);
  if (told.bookingId !== undefined && outdating.includes(told.kind)) {
    await outdate(trx, told.bookingId, { step, at });
  }
  const toldBefore: string[] = await noticesTable(trx).where({ step }).pluck('visitor_id');
  const texted = new Set<string>();
  const notices: NoticeRow[] = [];
  const deliveries: Omit<DeliveryEventRow, 'id'>[] = [];
  for (const visitor of visitors) {
    const phone = phoneOf(sealing, visitor);
    const state = whetherToText(phone, texted);
    texted.add(phone);
    if (toldBefore.includes(visitor.id)) continue;
    const id = newId();
    const facts: Record<string, NoticeFact> = { ...loaded.facts, ...told.facts, visitor: visitor.name };
    const texts = renderNotice(told.kind, facts);
    notices.push({
      id,
      step,
      kind: told.kind,
      prison_id: told.prisonId,
      application_id: loaded.applicationId,
      booking_id: told.bookingId ?? null,
      visitor_id: visitor.id,
      texts_sealed: sealTexts(sealing, id, { ...texts, message: messageOf(texts, loaded) }),
      created_at: at,
    });
    deliveries.push({ notice_id: id, channel: 'sms', state, attempt: 1, at, staff_id: null, reason: '' });
  }
  if (notices.length > 0) {
    await noticesTable(trx).insert(notices);
    await startDeliveries(trx, deliveries);
  }
  return notices.length;
}

function stepOf(told: Told, { version }: LoadedCase): string {
  const about = told.bookingId ?? told.applicationId;
  if (about === undefined || version === null) throw new Error(`a notice of ${told.kind} names no step`);
  return `${told.kind}:${about}:${version}`;
}

/** A landline reads no text messages, and one telephone need not be told the same twice. */
function whetherToText(phone: string, texted: ReadonlySet<string>): DeliveryState {
  if (!isMobile(phone)) return 'no_mobile';
  return texted.has(phone) ? 'same_phone' : 'waiting';
}

/** Chinese; whoever speaks a foreign language at the visit gets both. */
function messageOf({ sms }: NoticeTexts, { language }: LoadedCase): string {
  return language === 'foreign_language' ? `${sms.zh} / ${sms.en}` : sms.zh;
}

/** After these, what was said about the booking before does not hold any more. */
const outdating: readonly NoticeKind[] = [
  'visit_booked',
  'visit_moved',
  'visit_cancelled',
  'visit_forfeited',
  'visit_needs_review',
  'offer_expired',
];

/**
 * Text messages about a booking that no transfer has taken yet are not sent: they would mislead. Locked, so that one that a
 * transfer takes at this moment is either left to it or not there for it any more.
 */
async function outdate(
  trx: Knex.Transaction,
  bookingId: string,
  { step, at }: { step: string; at: string },
): Promise<void> {
  const waiting = await deliveriesTable(trx)
    .join('notices', 'notices.id', 'notice_deliveries.notice_id')
    .where({ booking_id: bookingId, channel: 'sms', state: 'waiting' })
    .whereNot({ step })
    .forUpdate()
    .select('notice_deliveries.notice_id', 'notice_deliveries.attempt');
  for (const { notice_id: noticeId, attempt } of waiting) {
    await noteDelivery(trx, { noticeId, channel: 'sms' }, { state: 'superseded', at, attempt });
  }
}
