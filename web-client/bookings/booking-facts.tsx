import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Booking, bookingEndTexts, bookingStateTexts } from '../../server/bookings/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { Moment, sentences, useLabel } from '../language/index.ts';
import { useTermsRows } from '../reviews/use-terms-rows.ts';

export function BookingFacts({ booking }: { booking: Booking }) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const terms = useTermsRows(booking.terms, booking.visitors);
  return (
    <Card className="panel">
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
          ...terms.map(([name, children]) => ({ key: name, label: name, children })),
          { key: 'room', label: t('visitRoom'), children: label(booking.visitRoom.name) },
          { key: 'terminal', label: t('terminal'), children: label(booking.terminal.name) },
          ...(booking.cancelReason
            ? [
                {
                  key: 'cancelled',
                  label: t('reason'),
                  children: [label(bookingEndTexts[booking.cancelReason]), booking.cancelNote]
                    .filter(Boolean)
                    .join(' · '),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
