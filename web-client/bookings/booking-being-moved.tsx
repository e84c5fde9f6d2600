import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readBooking } from '../api/bookings.ts';
import { sayTime, useLanguage } from '../language/index.ts';

export function BookingBeingMoved({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('bookings');
  const language = useLanguage();
  const booking = useQuery({ queryKey: ['booking', bookingId], queryFn: () => readBooking(bookingId) });
  if (!booking.data) return null;
  return (
    <Alert
      className="panel"
      type="info"
      role="note"
      title={t('movingNow', { time: sayTime(booking.data.startsAt, 'moment', language) })}
    />
  );
}
