import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { readBooking } from '../api/bookings.ts';
import { AcknowledgementNote } from '../day-lists/acknowledgement-note.tsx';
import { NoticesCard } from '../notices/notices-card.tsx';
import { BookingOutcomeCard } from '../quota/booking-outcome.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { AttentionNotice } from './attention-notice.tsx';
import { BookingActions } from './booking-actions.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { ReviewHistory } from './review-history.tsx';
import { RulesUsed } from './rules-used.tsx';

export type JustDone = 'booked' | 'moved';

export function BookingPage() {
  const { t } = useTranslation('bookings');
  const { bookingId = '' } = useParams();
  const { justDone } = (useLocation().state ?? {}) as { justDone?: JustDone };
  const query = useQuery({ queryKey: ['booking', bookingId], queryFn: () => readBooking(bookingId) });
  return (
    <Loaded query={query}>
      {(booking) => (
        <>
          <PageHead title={t('detailTitle', { number: booking.number })}>
            <BookingActions booking={booking} />
          </PageHead>
          {justDone && booking.state === 'booked' ? (
            <Alert className="panel" type="success" showIcon role="status" title={t(justDone)} />
          ) : null}
          <AttentionNotice attention={booking.attention} />
          <AcknowledgementNote bookingId={booking.id} />
          <BookingFacts booking={booking} />
          <BookingOutcomeCard bookingId={booking.id} version={booking.version} />
          <ReviewHistory reviews={booking.reviews} />
          <NoticesCard of={{ bookingId: booking.id }} />
          <RulesUsed booking={booking} />
        </>
      )}
    </Loaded>
  );
}
