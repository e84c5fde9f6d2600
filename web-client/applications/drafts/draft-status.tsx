import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem.ts';
import { sayTime, useLanguage } from '../../language/index.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import type { Autosave } from './use-autosave.ts';

/** Whether what is on the screen is kept. A refusal is announced; that all is well merely stands there. */
export function DraftStatus({ savedAt, saving, error }: Pick<Autosave, 'savedAt' | 'saving' | 'error'>) {
  const { t } = useTranslation('counter');
  const language = useLanguage();
  if (error instanceof ProblemError) return <ProblemNotice error={error} />;
  if (error) return <p role="alert">{t('draftWaiting')}</p>;
  if (saving && savedAt === null) return <p className="quiet">{t('draftSaving')}</p>;
  if (savedAt === null) return null;
  return <p className="quiet">{t('draftSaved', { at: sayTime(savedAt, 'moment', language) })}</p>;
}
