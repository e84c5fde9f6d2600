import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { conditionsInWords } from '../../server/reviews/conditions-in-words.ts';
import type { ReviewDraft } from '../../server/reviews/draft-schema.ts';
import { discardReviewDraft } from '../api/reviews.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { reviewKinds } from './review-kinds.ts';
import './reviews.css';

type Props = { application: Application; draft: ReviewDraft; onGoOn(): void };

/** What was entered before and not sent: to go on with, or, where somebody else has decided, at least not lost. */
export function HalfDoneNotice({ application, draft, onGoOn }: Props) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const language = useLanguage();
  const queries = useQueryClient();
  const action = application.actions[draft.review];
  const reason = reviewKinds.find(({ name }) => name === draft.review)?.reasons?.[draft.reasonCode ?? ''];
  const conditions = draft.conditions && label(conditionsInWords(draft.conditions));
  const discarding = useMutation({
    mutationFn: () => discardReviewDraft(application.id),
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['application', application.id] });
      void queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  return (
    <Alert
      className="panel half-done no-print"
      type="warning"
      showIcon
      role="note"
      title={t('halfDoneTitle', { decision: t(draft.review) })}
      description={
        <>
          <p>
            {t('halfDoneAt', { time: sayTime(draft.savedAt, 'moment', language) })}{' '}
            {action.allowed ? null : t('halfDoneStale', { reason: action.reason })}
          </p>
          {reason ? <p>{label(reason)}</p> : null}
          {conditions ? <p>{conditions}</p> : null}
          {draft.note ? <blockquote className="sentence">{draft.note}</blockquote> : null}
          <ProblemNotice error={discarding.error} />
          <div className="row">
            {action.allowed ? (
              <Button type="primary" onClick={onGoOn}>
                {t('goOn')}
              </Button>
            ) : null}
            <Popconfirm title={t('discardQuestion')} onConfirm={() => discarding.mutate()}>
              <Button danger loading={discarding.isPending}>
                {t('discard')}
              </Button>
            </Popconfirm>
          </div>
        </>
      }
    />
  );
}
