import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../server/bookings/schema.ts';

/** What has come between since a visit was booked, and what to do now. */
export function AttentionNotice({ attention }: { attention: Booking['attention'] }) {
  const { t } = useTranslation('bookings');
  return attention.map(({ code, text, todo, canBeKept }) => (
    <Alert
      key={code}
      className="panel"
      type={canBeKept ? 'warning' : 'error'}
      showIcon
      role="note"
      title={`${t('needsReview')} · ${text}`}
      description={todo}
    />
  ));
}
