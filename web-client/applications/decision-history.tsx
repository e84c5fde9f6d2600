import { Card, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { answerChannelTexts } from '../../server/reviews/answer-schema.ts';
import { conditionsInWords } from '../../server/reviews/conditions-in-words.ts';
import { bodyTexts, decisionTexts, type ReviewDecision } from '../../server/reviews/schema.ts';
import { ShownOnRequest } from '../decisions/shown-on-request.tsx';
import { Moment, useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { ApplicationDecisions } from './application-decisions.tsx';

/** Who decided what, when and why, in order; and that the applicant was told. */
export function DecisionHistory({ application }: { application: Application }) {
  const { id, decisions, answer } = application;
  const { t } = useTranslation('applications');
  return (
    <Card
      title={t('decisions')}
      className="panel"
      extra={<LinkButton to={`/applications/${id}/decisions`}>{t('decisionsForPrinting')}</LinkButton>}
    >
      {decisions.length === 0 ? <p className="quiet">{t('decisionsNone')}</p> : null}
      <Timeline
        items={[
          ...decisions.map((decision) => ({
            key: decision.id,
            color: decision.decision === 'refuse' ? 'red' : 'blue',
            content: <Decided decision={decision} />,
          })),
          ...(answer ? [{ key: 'answer', color: 'green', content: <Told answer={answer} /> }] : []),
        ]}
      />
      <ShownOnRequest>
        <ApplicationDecisions application={application} />
      </ShownOnRequest>
    </Card>
  );
}

function Decided({ decision }: { decision: ReviewDecision }) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const conditions = decision.conditions && label(conditionsInWords(decision.conditions));
  return (
    <>
      <strong>
        {label(bodyTexts[decision.body])} · {label(decisionTexts[decision.decision])}
      </strong>{' '}
      {decision.late ? <Tag color="error">{t('decidedLate')}</Tag> : null}
      <div className="quiet">
        {decision.decidedBy} · <Moment at={decision.decidedAt} />
      </div>
      {decision.reason ? <div>{decision.reason}</div> : null}
      {conditions ? <div>{t('conditions', { conditions })}</div> : null}
      {decision.note ? <div>{t('note', { note: decision.note })}</div> : null}
    </>
  );
}

function Told({ answer }: { answer: NonNullable<Application['answer']> }) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  return (
    <>
      <strong>{t('answered', { channel: label(answerChannelTexts[answer.channel]) })}</strong>{' '}
      {answer.late ? <Tag color="error">{t('answeredLate')}</Tag> : null}
      <div className="quiet">
        {answer.by} · <Moment at={answer.at} />
      </div>
    </>
  );
}
