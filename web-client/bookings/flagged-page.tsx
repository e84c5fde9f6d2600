import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFlagged } from '../api/bookings.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { BookingsByDay } from './bookings-by-day.tsx';

/** Every booked visit to come that something has come between, whatever its day. */
export function FlaggedPage() {
  const { t } = useTranslation('bookings');
  const { t: shell } = useTranslation('shell');
  const [prisonId, setPrisonId] = useState<string>();
  const flagged = useQuery({
    queryKey: ['flagged-bookings', prisonId],
    queryFn: () => listFlagged(prisonId),
  });
  return (
    <>
      <PageHead title={t('flaggedTitle')}>
        <Button onClick={() => window.print()}>{shell('print')}</Button>
      </PageHead>
      <p className="quiet">{t('flaggedHint')}</p>
      <search className="filters no-print">
        <PrisonSelect id="flagged-prison" prisonId={prisonId} onChange={setPrisonId} />
      </search>
      <Loaded query={flagged}>
        {({ count, bookings }) =>
          count === 0 ? (
            <Card>
              <Empty description={t('nothingFlagged')} />
            </Card>
          ) : (
            <>
              {count > bookings.length ? (
                <Alert
                  className="panel"
                  type="info"
                  title={t('flaggedFirst', { count, shown: bookings.length })}
                />
              ) : null}
              <BookingsByDay bookings={bookings} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
