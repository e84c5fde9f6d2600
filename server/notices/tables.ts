import type { Knex } from 'knex';
import type { DeliveryChannel, DeliveryState, NoticeKind } from './codes.ts';

export type NoticeRow = {
  id: string;
  step: string;
  kind: NoticeKind;
  prison_id: string;
  application_id: string | null;
  booking_id: string | null;
  visitor_id: string;
  texts_sealed: string;
  created_at: string;
};

export type DeliveryRow = {
  notice_id: string;
  channel: DeliveryChannel;
  state: DeliveryState;
  attempt: number;
  since: string;
};

export type DeliveryEventRow = {
  id: string;
  notice_id: string;
  channel: DeliveryChannel;
  state: DeliveryState;
  attempt: number;
  at: string;
  staff_id: string | null;
  reason: string;
};

export const noticesTable = (db: Knex) => db<NoticeRow>('notices');
export const deliveriesTable = (db: Knex) => db<DeliveryRow>('notice_deliveries');
export const deliveryEventsTable = (db: Knex) => db<DeliveryEventRow>('notice_delivery_events');
