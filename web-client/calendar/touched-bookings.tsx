import { useTranslation } from 'react-i18next';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { BookingsInPreview } from '../shell/bookings-in-preview.tsx';

/** What a change of the calendar would mean for booked visits, in words. */
export function TouchedBookings({ preview: { lookedAt, touched } }: { preview: CalendarPreview }) {
  const { t } = useTranslation('calendar');
  return (
    <BookingsInPreview
      bookings={touched}
      none={t('previewNone', { count: lookedAt })}
      some={t('previewSome', { count: lookedAt, touched: touched.length })}
      why={t('whyTouched')}
    />
  );
}
