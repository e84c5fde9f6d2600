import { useTranslation } from 'react-i18next';
import { type SessionTemplate, weekdayTexts } from '../../server/calendar/schema.ts';
import { list, useLabel } from '../language/index.ts';

export type ShownHours = Pick<
  SessionTemplate,
  'weekdays' | 'opensAt' | 'closesAt' | 'openOnHolidays' | 'validFrom' | 'validTo'
> & { everyWeeks?: number };

/** Recurring hours in words: which days, which times, from when until when. */
export function useSayHours() {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  return {
    days: ({ weekdays }: ShownHours) =>
      list(weekdays.map((day) => label(weekdayTexts[day] ?? { zh: '', en: '' }))),
    times: ({ opensAt, closesAt }: ShownHours) => `${opensAt}–${closesAt}`,
    extras: ({ everyWeeks = 1, openOnHolidays }: ShownHours) =>
      list([
        ...(everyWeeks > 1 ? [t('everyWeeks', { weeks: everyWeeks })] : []),
        ...(openOnHolidays ? [t('onHolidays')] : []),
      ]),
    validity: ({ validFrom, validTo }: ShownHours) => {
      if (validTo === null) return t('fromOn', { from: validFrom });
      return validTo < validFrom ? t('takenBack') : t('fromTo', { from: validFrom, to: validTo });
    },
  };
}
