import type { Knex } from 'knex';

export type AcknowledgementRow = {
  id: string;
  prison_id: string;
  day: string;
  ward_id: string | null;
  acknowledged_by: string;
  acknowledged_at: string;
};

export type AcknowledgedBookingRow = {
  acknowledgement_id: string;
  booking_id: string;
  booking_version: number;
  gone: boolean | 0 | 1;
};

export const acknowledgementsTable = (db: Knex) => db<AcknowledgementRow>('day_list_acknowledgements');
export const acknowledgedBookingsTable = (db: Knex) =>
  db<AcknowledgedBookingRow>('day_list_acknowledged_bookings');
