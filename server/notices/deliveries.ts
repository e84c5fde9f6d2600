import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import type { DeliveryChannel, DeliveryState } from './codes.ts';
import { type DeliveryEventRow, deliveriesTable, deliveryEventsTable } from './tables.ts';

export type DeliveryChange = {
  state: DeliveryState;
  at: string;
  attempt?: number;
  staffId?: string | null;
  reason?: string;
};

/** How a notice stands on one channel from now on, with a line in its history. The caller holds what it depends on. */
export async function noteDelivery(
  trx: Knex.Transaction,
  { noticeId, channel }: { noticeId: string; channel: DeliveryChannel },
  { state, at, attempt = 1, staffId = null, reason = '' }: DeliveryChange,
): Promise<void> {
  await deliveriesTable(trx)
    .insert({ notice_id: noticeId, channel, state, attempt, since: at })
    .onConflict(['notice_id', 'channel'])
    .merge(['state', 'attempt', 'since']);
  await addEvents(trx, [{ notice_id: noticeId, channel, state, attempt, at, staff_id: staffId, reason }]);
}

/** The first state of each of these deliveries, that of new notices. */
export async function startDeliveries(
  trx: Knex.Transaction,
  events: readonly Omit<DeliveryEventRow, 'id'>[],
): Promise<void> {
  await deliveriesTable(trx).insert(
    events.map(({ notice_id, channel, state, attempt, at }) => ({
      notice_id,
      channel,
      state,
      attempt,
      since: at,
    })),
  );
  await addEvents(trx, events);
}

const rowsAtOnce = 200;

/** Lines of the history, however many. */
export async function addEvents(
  trx: Knex.Transaction,
  events: readonly Omit<DeliveryEventRow, 'id'>[],
): Promise<void> {
  for (let from = 0; from < events.length; from += rowsAtOnce) {
    const some = events.slice(from, from + rowsAtOnce).map((event) => ({ id: newId(), ...event }));
    await deliveryEventsTable(trx).insert(some);
  }
}
