import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { bookingStateTexts, cancelReasonTexts } from '../../server/bookings/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { readBooking } from '../api/bookings.ts';
import { Moment, sentences, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { CancelDialog } from './cancel-dialog.tsx';

export function BookingPage() {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const { bookingId = '' } = useParams();
  const navigate = useNavigate();
  const justBooked = Boolean((useLocation().state as { justBooked?: boolean } | null)?.justBooked);
  const [cancelling, setCancelling] = useState(false);
  const query = useQuery({ queryKey: ['booking', bookingId], queryFn: () => readBooking(bookingId) });
  return (
    <Loaded query={query}>
      {(booking) => (
        <>
          <PageHead title={t('detailTitle', { number: booking.number })}>
            <Link to={`/visits/${booking.id}`}>
              <Button tabIndex={-1}>{t('toVisit')}</Button>
            </Link>
            <Link to={`/bookings/${booking.id}/notice`}>
              <Button tabIndex={-1}>{t('notice')}</Button>
            </Link>
            <ActionButton
              action={booking.actions.move}
              onClick={() => navigate(`/applications/${booking.application.id}/booking`)}
            >
              {t('move')}
            </ActionButton>
            <ActionButton action={booking.actions.cancel} danger onClick={() => setCancelling(true)}>
              {t('cancel')}
            </ActionButton>
          </PageHead>
          {justBooked && booking.state === 'booked' ? (
            <Alert className="panel" type="success" showIcon role="status" title={t('booked')} />
          ) : null}
          <Card>
            <Descriptions
              column={{ xs: 1, md: 2 }}
              items={[
                {
                  key: 'time',
                  label: t('time'),
                  children: (
                    <>
                      <Moment at={booking.startsAt} /> – <Moment at={booking.endsAt} shape="time" />
                    </>
                  ),
                },
                { key: 'state', label: t('state'), children: label(bookingStateTexts[booking.state]) },
                {
                  key: 'application',
                  label: t('application'),
                  children: (
                    <Link to={`/applications/${booking.application.id}`}>{booking.application.number}</Link>
                  ),
                },
                {
                  key: 'prisoner',
                  label: t('prisoner'),
                  children: `${booking.prisoner.name} ${booking.prisoner.number} · ${label(booking.prison.name)}`,
                },
                {
                  key: 'visitors',
                  label: t('visitors'),
                  children: sentences(
                    booking.visitors.map(
                      ({ name, relationship }) => `${name} · ${label(relationships[relationship])}`,
                    ),
                  ),
                },
                { key: 'room', label: t('visitRoom'), children: label(booking.visitRoom.name) },
                { key: 'terminal', label: t('terminal'), children: label(booking.terminal.name) },
                ...(booking.cancelReason
                  ? [
                      {
                        key: 'cancelled',
                        label: t('reason'),
                        children: [label(cancelReasonTexts[booking.cancelReason]), booking.cancelNote]
                          .filter(Boolean)
                          .join(' · '),
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
          {cancelling ? <CancelDialog booking={booking} onClose={() => setCancelling(false)} /> : null}
        </>
      )}
    </Loaded>
  );
}
