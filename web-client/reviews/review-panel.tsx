import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { ActionButton, isShown, sharedReason } from '../shell/action-button.tsx';
import { HalfDoneNotice } from './half-done-notice.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { type ReviewKind, reviewKinds } from './review-kinds.ts';

/** The decisions that are this user's to make, each with the reason if it is not possible now, and what is half made. */
export function ReviewPanel({ application }: { application: Application }) {
  const [open, setOpen] = useState<ReviewKind | null>(null);
  const { draft } = application;
  const begun = draft && reviewKinds.find(({ name }) => name === draft.review);
  return (
    <>
      {draft && begun && open === null ? (
        <HalfDoneNotice application={application} draft={draft} onGoOn={() => setOpen(begun)} />
      ) : null}
      <Decisions application={application} onChoose={setOpen} />
      {/* Open even where somebody else has decided meanwhile: it says so, and what was entered is in it. */}
      {open ? <ReviewDialog kind={open} application={application} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Decisions({
  application,
  onChoose,
}: {
  application: Application;
  onChoose(kind: ReviewKind): void;
}) {
  const { t } = useTranslation('reviews');
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
            onClick={() => onChoose(kind)}
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
    </Card>
  );
}
