import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AttentionNotice } from '../bookings/attention-notice.tsx';
import { AcknowledgementNote } from '../day-lists/acknowledgement-note.tsx';
import { BookingOutcomeCard } from '../quota/booking-outcome.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { SuspensionsOfVisit } from '../suspensions/suspensions-of-visit.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ConditionList } from './condition-list.tsx';
import { StopReasonDialog } from './stop-reason-dialog.tsx';
import { useVisit } from './use-visit.ts';
import { VisitFacts } from './visit-facts.tsx';
import { VisitTimeline } from './visit-timeline.tsx';

/** One visit: what was arranged, how it stands or ended, and everything that happened. */
export function VisitPage() {
  const { t } = useTranslation('visits');
  const { visitId = '' } = useParams();
  const { role } = useStaff();
  const [dialog, setDialog] = useState<'close' | 'stopReason' | null>(null);
  const query = useVisit(visitId);
  return (
    <Loaded query={query}>
      {(visit) => (
        <>
          <PageHead title={t('detailTitle', { number: visit.bookingNumber })}>
            <LinkButton to={`/bookings/${visit.id}`}>{t('booking')}</LinkButton>
            {visit.state === 'ended' || role === 'auditor' ? null : (
              <>
                <LinkButton to={`/visits/${visit.id}/check-in`}>{t('checkIn')}</LinkButton>
                <LinkButton to={`/visits/${visit.id}/supervise`} type="primary">
                  {t('supervise')}
                </LinkButton>
                <ActionButton action={visit.actions.closeWithoutVisit} onClick={() => setDialog('close')}>
                  {t('closeWithoutVisit')}
                </ActionButton>
              </>
            )}
            {visit.now.stopReasonMissing ? (
              <ActionButton
                action={visit.actions.completeStopReason}
                type="primary"
                danger
                onClick={() => setDialog('stopReason')}
              >
                {t('completeStopReason')}
              </ActionButton>
            ) : null}
            {visit.state === 'ended' && role !== 'district_officer' ? (
              <LinkButton to={`/visits/${visit.id}/recording`}>{t('replay')}</LinkButton>
            ) : null}
          </PageHead>
          {visit.state === 'ended' ? null : <AcknowledgementNote bookingId={visit.id} />}
          <AttentionNotice attention={visit.attention} />
          <VisitFacts visit={visit} />
          {visit.state === 'ended' ? null : <ConditionList conditions={visit.now.conditions} />}
          {visit.state === 'ended' ? <SuspensionsOfVisit visitId={visit.id} /> : null}
          <BookingOutcomeCard bookingId={visit.id} version={visit.now.version} />
          <VisitTimeline timeline={visit.timeline} />
          {dialog === 'close' ? <CloseDialog visitId={visit.id} onClose={() => setDialog(null)} /> : null}
          {dialog === 'stopReason' ? (
            <StopReasonDialog visitId={visit.id} onClose={() => setDialog(null)} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}
