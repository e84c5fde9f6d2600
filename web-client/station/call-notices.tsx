import { useTranslation } from 'react-i18next';
import type { CallState } from '../call/index.ts';
import { useLanguage } from '../language/index.ts';
import { useRecent } from './use-recent.ts';

/** Warnings and the time that is left, large over the picture, and in both languages: not everybody chose theirs. */
export function CallNotices({ warning, timeWarning }: Pick<CallState, 'warning' | 'timeWarning'>) {
  const { t } = useTranslation('station');
  const language = useLanguage();
  const shownWarning = useRecent(warning, 20_000);
  const shownTime = useRecent(timeWarning, 10_000);
  return (
    <div className="call-notices" aria-live="assertive">
      {shownWarning ? (
        <div className="call-warning">
          <span>{t('warning')}</span>
          <strong>{shownWarning.text[language]}</strong>
          <span>{shownWarning.text[language === 'zh' ? 'en' : 'zh']}</span>
        </div>
      ) : null}
      {shownTime ? <div className="call-time">{t('minutesLeft', { minutes: shownTime.minutes })}</div> : null}
    </div>
  );
}
