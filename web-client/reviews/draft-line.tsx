import { useTranslation } from 'react-i18next';
import { sayTime, useLanguage } from '../language/index.ts';
import type { DraftState } from './use-draft.ts';

/** Whether what was entered is kept. */
export function DraftLine({ state: { savedAt, failed } }: { state: DraftState }) {
  const { t } = useTranslation('reviews');
  const language = useLanguage();
  return (
    <p role="status" className={failed ? 'overdue' : 'quiet'}>
      {failed
        ? t('draftNotSaved')
        : savedAt
          ? t('draftSaved', { time: sayTime(savedAt, 'time', language) })
          : t('draftKept')}
    </p>
  );
}
