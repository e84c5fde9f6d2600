import { useTranslation } from 'react-i18next';
import { endingTexts, type QuotaOfMonth, type QuotaVisit } from '../../server/quota/schema.ts';
import { brackets, sayTime, sentences, useLabel, useLanguage } from '../language/index.ts';

/** `2026年11月` */
export function useSayMonth(): (month: string) => string {
  const language = useLanguage();
  return (month) => sayTime(`${month}-15T04:00:00.000Z`, 'month', language);
}

/** What has become of a visit, in a few words. */
export function useSayVisitState(): (visit: QuotaVisit) => string {
  const { t } = useTranslation('quota');
  const label = useLabel();
  return ({ ending, makeup, excused }) =>
    [
      ending === null ? t('toCome') : label(endingTexts[ending]),
      ...(makeup ? [t('makeup')] : []),
      ...(excused ? [t('excused')] : []),
    ].join(' · ');
}

/** `2026年11月：可会见2次，已用1次：11月12日周四（远程）` */
export function useSaySummary(): (month: Omit<QuotaOfMonth, 'byRule' | 'onSiteVisitsCount'>) => string {
  const { t } = useTranslation('quota');
  const language = useLanguage();
  const sayMonth = useSayMonth();
  return ({ month, allowed, used, visits }) => {
    const counted = visits
      .filter(({ counts }) => counts)
      .map(
        ({ kind, day }) =>
          sayTime(`${day}T04:00:00.000Z`, 'monthDay', language) +
          brackets(t(kind === 'remote' ? 'remote' : 'onSite')),
      );
    const facts = { month: sayMonth(month), allowed: String(allowed), used: String(used) };
    return counted.length === 0
      ? t('summary', facts)
      : t('summaryWith', { ...facts, visits: sentences(counted) });
  };
}
