import { Card } from 'antd';
import type { Booking } from '../../server/bookings/schema.ts';
import { dayInShanghai, sayTime, useLanguage } from '../language/index.ts';
import { BookingTable } from './booking-table.tsx';

/** A card a day. */
export function BookingsByDay({ bookings }: { bookings: readonly Booking[] }) {
  const language = useLanguage();
  return byDay(bookings).map(([day, ofDay]) => (
    <Card key={day} className="panel" title={sayTime(`${day}T04:00:00.000Z`, 'day', language)}>
      <BookingTable bookings={ofDay} />
    </Card>
  ));
}

function byDay(bookings: readonly Booking[]): [string, Booking[]][] {
  const days = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const day = dayInShanghai(new Date(booking.startsAt));
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}
