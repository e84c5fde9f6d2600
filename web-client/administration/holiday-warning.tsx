import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readHolidays } from '../api/calendar.ts';

export const holidaysKey = ['holidays'];

/** Says, where everybody begins and where it can be mended, that a year's holidays should be known by now and are not. */
export function HolidayWarning() {
  const { t } = useTranslation('administration');
  const { data } = useQuery({ queryKey: holidaysKey, queryFn: readHolidays, staleTime: 600_000 });
  const missing = data?.missing;
  if (missing == null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="notice"
      title={t('holidaysMissing', { year: missing })}
    />
  );
}
