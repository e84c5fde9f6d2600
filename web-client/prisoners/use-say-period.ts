import { useTranslation } from 'react-i18next';

/** The days of a bar in words. */
export function useSayPeriod(): (bar: { from: string; to: string | null }) => string {
  const { t } = useTranslation('prisoners');
  return ({ from, to }) => (to === null ? t('fromOn', { from }) : t('fromTo', { from, to }));
}
