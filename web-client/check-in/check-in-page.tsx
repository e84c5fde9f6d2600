import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sides } from '../../server/visits/codes.ts';
import { readCheckIn } from '../api/check-in.ts';
import { AttentionNotice } from '../bookings/attention-notice.tsx';
import { AcknowledgementNote } from '../day-lists/acknowledgement-note.tsx';
import { sayTime, useLanguage } from '../language/index.ts';
import { VisitTermsCard } from '../reviews/visit-terms-card.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { KeyTags } from '../visits/key-tags.tsx';
import { checkInKey } from './check-in-key.ts';
import { MissingSteps } from './missing-steps.tsx';
import { PrisonerPanel } from './prisoner-panel.tsx';
import { TurnKeyBack } from './turn-key-back.tsx';
import { VisitorsPanel } from './visitors-panel.tsx';

/** The two keys: the district confirms the visitors, the prison the prisoner. Each body sees how far the other is. */
export function CheckInPage() {
  const { t } = useTranslation('checkIn');
  const { visitId = '' } = useParams();
  const language = useLanguage();
  const query = useQuery({
    queryKey: checkInKey(visitId),
    queryFn: () => readCheckIn(visitId),
    refetchInterval: 4_000,
  });
  return (
    <>
      <PageHead
        title={
          query.data ? t('titleAt', { time: sayTime(query.data.startsAt, 'time', language) }) : t('title')
        }
      >
        <LinkButton to={`/visits/${visitId}`}>{t('toVisit')}</LinkButton>
        <LinkButton to={`/visits/${visitId}/supervise`} type="primary">
          {t('toSupervise')}
        </LinkButton>
      </PageHead>
      <Loaded query={query}>
        {(checkIn) => (
          <>
            <div className="row panel" role="status">
              <KeyTags keysTurned={checkIn.keysTurned} />
            </div>
            {checkIn.keysTurned.length === sides.length ? (
              <Alert className="panel" type="success" showIcon role="status" title={t('bothTurned')} />
            ) : (
              <MissingSteps checkIn={checkIn} />
            )}
            <AttentionNotice attention={checkIn.attention} />
            <AcknowledgementNote bookingId={visitId} />
            <VisitTermsCard terms={checkIn.terms} visitors={checkIn.visitors} />
            <VisitorsPanel checkIn={checkIn} />
            <PrisonerPanel checkIn={checkIn} />
            <TurnKeyBack checkIn={checkIn} />
          </>
        )}
      </Loaded>
    </>
  );
}
