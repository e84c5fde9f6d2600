import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { ActionButton, isShown, sharedReason } from '../shell/action-button.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { type ReviewKind, reviewKinds } from './review-kinds.ts';

/** The decisions that are this user's to make, each with the reason if it is not possible now. */
export function ReviewPanel({ application }: { application: Application }) {
  const { t } = useTranslation('reviews');
  const [open, setOpen] = useState<ReviewKind | null>(null);
  const own = reviewKinds.filter(({ name }) => isShown(application.actions[name]));
  // Once nobody has to act any more there is nothing to decide.
  if (own.length === 0 || application.status.waitsFor === null) return null;
  const reason = sharedReason(own.map(({ name }) => application.actions[name]));
  return (
    <Card title={t('title')} className="panel no-print">
      <div className="row review-actions">
        {own.map((kind) => (
          <ActionButton
            key={kind.name}
            action={application.actions[kind.name]}
            reasonAt={reason && 'review-reason'}
            type={kind.primary ? 'primary' : 'default'}
            danger={kind.danger}
            onClick={() => setOpen(kind)}
          >
            {t(kind.name)}
          </ActionButton>
        ))}
      </div>
      {reason ? (
        <p id="review-reason" className="disabled-reason">
          {reason}
        </p>
      ) : null}
      {open ? <ReviewDialog kind={open} application={application} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}
