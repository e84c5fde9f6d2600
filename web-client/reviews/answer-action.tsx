import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { AnswerDialog } from './answer-dialog.tsx';

/** Shown once there is something to tell the applicant. */
export function AnswerAction({ application }: { application: Application }) {
  const { t } = useTranslation('reviews');
  const [open, setOpen] = useState(false);
  const { recordAnswer } = application.actions;
  if (!recordAnswer.allowed) return null;
  return (
    <>
      <ActionButton action={recordAnswer} onClick={() => setOpen(true)}>
        {t('recordAnswer')}
      </ActionButton>
      {open ? <AnswerDialog application={application} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
