import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readAcknowledgement } from '../api/day-lists.ts';
import { sayTime, useLanguage } from '../language/index.ts';

/** On the pages of a booking and of a visit: whether the prison knows of it. A visit may begin without, with this warning. */
export function AcknowledgementNote({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('dayLists');
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['day-lists', 'of-visit', bookingId],
    queryFn: () => readAcknowledgement(bookingId),
    refetchInterval: 60_000,
  });
  if (data === undefined || data.standing === null || data.standing === 'begun') return null;
  const { standing, overdue, acknowledgeBy, last } = data;
  if (standing === 'acknowledged') {
    const time = last ? sayTime(last.at, 'moment', language) : '';
    return (
      <Alert
        className="panel"
        type="success"
        showIcon
        role="note"
        title={t('visitDone', { by: last?.by ?? '', time })}
      />
    );
  }
  const by = sayTime(acknowledgeBy, 'moment', language);
  const text = standing === 'changed' ? t('visitChanged') : t('visitNot', { by });
  return (
    <Alert
      className="panel"
      type={overdue ? 'warning' : 'info'}
      showIcon
      role="note"
      title={overdue ? t('visitOverdue') : text}
      description={overdue && standing === 'changed' ? text : null}
    />
  );
}
