import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { listOpenDayLists } from '../api/day-lists.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { openListsKey } from './open-lists-key.ts';

/** On the pages of bookings and visits: lists that a prison should have acknowledged by now. */
export function LateListsAlert() {
  const { t } = useTranslation('dayLists');
  const { data = [] } = useQuery({
    queryKey: openListsKey,
    queryFn: listOpenDayLists,
    refetchInterval: 60_000,
  });
  const count = data.filter(({ state }) => state !== 'waiting').length;
  if (count === 0) return null;
  return (
    <Alert
      className="panel no-print"
      type="error"
      showIcon
      role="alert"
      title={t('alert', { count })}
      action={<LinkButton to="/day-lists">{t('alertLink')}</LinkButton>}
    />
  );
}
