import { useTranslation } from 'react-i18next';
import type { Hindrance } from '../../server/bookings/schema.ts';
import { sayTime, useLanguage } from '../language/index.ts';

/** Why there is nothing earlier: each reason, the slots that it stands against, and the next possible time. */
export function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
  const { t } = useTranslation('bookings');
  const language = useLanguage();
  if (hindrances.length === 0) return null;
  const say = (moment: string) =>
    `${sayTime(moment, 'monthDay', language)} ${sayTime(moment, 'time', language)}`;
  return (
    <details className="hindrances">
      <summary>{t('whyNotEarlier')}</summary>
      <ul>
        {hindrances.map(({ text, slots, first, last, next }) => (
          <li key={text}>
            {slots === 1
              ? t('oneSlotBarred', { first: say(first) })
              : t('slotsBarred', { count: String(slots), first: say(first), last: say(last) })}
            {text} {next === null ? null : t('nextPossible', { next: say(next) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
