import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomeTexts } from '../../server/visits/codes.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import { useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { StopReasonDialog } from '../visits/stop-reason-dialog.tsx';
import { VisitTimeline } from '../visits/visit-timeline.tsx';

/** After the end: how it ended, and the reason of a stop if it is still owed. */
export function SupervisionEnded({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation('supervision');
  const label = useLabel();
  const owed = visit.actions.completeStopReason.allowed && visit.stopReasonMissing;
  const [asking, setAsking] = useState(owed);
  return (
    <>
      <Alert
        className="panel"
        type="info"
        role="status"
        title={t('ended')}
        description={visit.outcome ? label(outcomeTexts[visit.outcome]) : null}
        action={<LinkButton to={`/visits/${visit.id}`}>{t('toVisit')}</LinkButton>}
      />
      <VisitTimeline timeline={visit.timeline} />
      {owed && asking ? <StopReasonDialog visitId={visit.id} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
