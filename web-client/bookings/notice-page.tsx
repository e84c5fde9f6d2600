import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { kindTexts } from '../../server/applications/schema.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { readBooking } from '../api/bookings.ts';
import { Moment, sentences, useLabel } from '../language/index.ts';
import { useTermsRows } from '../reviews/use-terms-rows.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrintedTable } from '../shell/printed-table.tsx';

/** 会见通知单: when and where, what to bring, and what is not allowed. */
export function NoticePage() {
  const { t } = useTranslation('bookings');
  const { bookingId = '' } = useParams();
  const query = useQuery({ queryKey: ['booking', bookingId], queryFn: () => readBooking(bookingId) });
  return (
    <>
      <div className="no-print">
        <PageHead title={t('notice')}>
          <Button type="primary" onClick={() => window.print()}>
            {t('printNotice')}
          </Button>
        </PageHead>
      </div>
      <Loaded query={query}>{(booking) => <Notice booking={booking} />}</Loaded>
    </>
  );
}

function Notice({ booking }: { booking: Booking }) {
  const terms = useTermsRows(booking.terms, booking.visitors);
  const { t } = useTranslation('bookings');
  const { t: shell } = useTranslation('shell');
  const label = useLabel();
  return (
    <article className="printed">
      <h1>{t('noticeTitle')}</h1>
      <PrintedTable
        rows={[
          [t('number'), booking.number],
          [t('application'), booking.application.number],
          [t('kind'), label(kindTexts[booking.kind])],
          [
            t('time'),
            <strong key="time">
              <Moment at={booking.startsAt} shape="day" /> <Moment at={booking.startsAt} shape="time" /> –{' '}
              <Moment at={booking.endsAt} shape="time" />
            </strong>,
          ],
          [t('visitRoom'), `${shell('officeName')} · ${label(booking.visitRoom.name)}`],
          [t('prisoner'), `${booking.prisoner.name} · ${label(booking.prison.name)}`],
          [
            t('visitors'),
            sentences(
              booking.visitors.map(
                ({ name, relationship }) => `${name} · ${label(relationships[relationship])}`,
              ),
            ),
          ],
          ...terms,
        ]}
      />
      <ol>
        <li>{t('noticeArrive')}</li>
        <li>{t('noticeConduct')}</li>
        <li>{t('noticeFree')}</li>
      </ol>
      <p className="signatures">
        <span>{shell('officeName')}</span>
        <Moment at={booking.createdAt} shape="day" />
      </p>
    </article>
  );
}
