import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listBookings } from '../api/bookings.ts';
import { LateListsAlert } from '../day-lists/late-lists-alert.tsx';
import { dayInShanghai } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { BookingFilters, type BookingsFilter } from './booking-filters.tsx';
import { BookingsByDay } from './bookings-by-day.tsx';

/** What is booked, day by day; also printed for the wards as the daily list. */
export function BookingsPage() {
  const { t } = useTranslation('bookings');
  const { t: shell } = useTranslation('shell');
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
        <LinkButton to="/flagged-bookings">{t('flaggedTitle')}</LinkButton>
        <Button onClick={() => window.print()}>{shell('print')}</Button>
      </PageHead>
      <LateListsAlert />
      <BookingFilters filter={filter} onChange={setFilter} />
      <Loaded query={bookings}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <Empty description={t('empty')} />
            </Card>
          ) : (
            <BookingsByDay bookings={list} />
          )
        }
      </Loaded>
    </>
  );
}
