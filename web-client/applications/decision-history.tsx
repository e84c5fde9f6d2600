import { Card, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyTexts, decisionTexts, type ReviewDecision } from '../../server/reviews/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** Who decided what, when and why, in order. */
export function DecisionHistory({ decisions }: { decisions: ReviewDecision[] }) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  return (
    <Card title={t('decisions')} className="panel">
      {decisions.length === 0 ? <p className="quiet">{t('decisionsNone')}</p> : null}
      <Timeline
        items={decisions.map((decision) => ({
          key: decision.id,
          color: decision.decision === 'refuse' ? 'red' : 'blue',
          content: (
            <>
              <strong>
                {label(bodyTexts[decision.body])} · {label(decisionTexts[decision.decision])}
              </strong>{' '}
              {decision.late ? <Tag color="error">{t('decidedLate')}</Tag> : null}
              <div className="quiet">
                {decision.decidedBy} · <Moment at={decision.decidedAt} />
              </div>
              {decision.reason ? <div>{decision.reason}</div> : null}
              {decision.note ? <div>{t('note', { note: decision.note })}</div> : null}
            </>
          ),
        }))}
      />
    </Card>
  );
}
