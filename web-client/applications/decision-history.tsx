import { Card, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { bodyTexts, decisionTexts } from '../../server/reviews/schema.ts';
import { ShownOnRequest } from '../decisions/shown-on-request.tsx';
import { Moment, useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { ApplicationDecisions } from './application-decisions.tsx';

/** Who decided what, when and why, in order. */
export function DecisionHistory({ application }: { application: Application }) {
  const { id, decisions } = application;
  const { t } = useTranslation('applications');
  const label = useLabel();
  return (
    <Card
      title={t('decisions')}
      className="panel"
      extra={<LinkButton to={`/applications/${id}/decisions`}>{t('decisionsForPrinting')}</LinkButton>}
    >
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
      <ShownOnRequest>
        <ApplicationDecisions application={application} />
      </ShownOnRequest>
    </Card>
  );
}
