import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../server/bookings/schema.ts';
import { listBookings } from '../api/bookings.ts';
import { dayInShanghai, sayTime, useLanguage } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { BookingFilters, type BookingsFilter } from './booking-filters.tsx';
import { BookingTable } from './booking-table.tsx';

/** What is booked, day by day; also printed for the wards as the daily list. */
export function BookingsPage() {
  const { t } = useTranslation('bookings');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [filter, setFilter] = useState<BookingsFilter>(() => ({
    from: dayInShanghai(new Date()),
    to: dayInShanghai(new Date(), 30),
  }));
  const bookings = useQuery({
    queryKey: ['bookings', filter],
    queryFn: () => listBookings(filter),
    enabled: filter.from !== '' && filter.to !== '',
  });
  return (
    <>
      <PageHead title={t('listTitle')}>
        <Button onClick={() => window.print()}>{shell('print')}</Button>
      </PageHead>
      <BookingFilters filter={filter} onChange={setFilter} />
      <Loaded query={bookings}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <Empty description={t('empty')} />
            </Card>
          ) : (
            byDay(list).map(([day, ofDay]) => (
              <Card key={day} className="panel" title={sayTime(`${day}T04:00:00.000Z`, 'day', language)}>
                <BookingTable bookings={ofDay} />
              </Card>
            ))
          )
        }
      </Loaded>
    </>
  );
}

function byDay(bookings: readonly Booking[]): [string, Booking[]][] {
  const days = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const day = dayInShanghai(new Date(booking.startsAt));
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}
