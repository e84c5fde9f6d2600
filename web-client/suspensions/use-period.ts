import { useTranslation } from 'react-i18next';
import type { Suspension } from '../../server/suspensions/schema.ts';

/** The days of a suspension, or, until it is approved, the months that were asked for. */
export function usePeriod(): (suspension: Pick<Suspension, 'from' | 'to' | 'months'>) => string {
  const { t } = useTranslation('suspensions');
  return ({ from, to, months }) =>
    from !== null && to !== null ? t('fromTo', { from, to }) : t('asked', { months });
}
