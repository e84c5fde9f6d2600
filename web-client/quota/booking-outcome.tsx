import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { BookingOutcome } from '../../server/bookings/outcome-schema.ts';
import { endingTexts, excuseReasonTexts } from '../../server/quota/schema.ts';
import { readOutcome } from '../api/quota.ts';
import { useLabel, useSayMoment } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { useSayMonth } from './use-say-quota.ts';

/** On the pages of a booking and its visit: whether it counts, and which visit makes up for which. */
export function BookingOutcomeCard({ bookingId, version }: { bookingId: string; version: number }) {
  const { t } = useTranslation('quota');
  const navigate = useNavigate();
  const [excusing, setExcusing] = useState(false);
  // Moved, ended or excused meanwhile: the version is part of the question.
  const { data } = useQuery({
    queryKey: ['outcome', bookingId, version],
    queryFn: () => readOutcome(bookingId),
  });
  if (data === undefined) return null;
  const { actions, applicationId, madeUpBy, makeupUntil, lapsed } = data;
  return (
    <Card className="panel no-print" title={t('outcome')}>
      <p>
        <Counting outcome={data} />{' '}
        <Link to={`/quota/${data.prisonerId}?month=${data.month}`}>{t('seeMonth')}</Link>
      </p>
      <Excused outcome={data} />
      <LinkedVisit words={t('makesUpFor')} link={data.makeupOf} />
      <LinkedVisit words={t('madeUpBy')} link={madeUpBy} />
      {makeupUntil !== null && madeUpBy === null ? (
        <p>{t(lapsed ? 'lapsed' : 'owedUntil', { until: makeupUntil })}</p>
      ) : null}
      {makeupUntil !== null && madeUpBy === null && !lapsed ? (
        <ActionButton
          action={actions.bookMakeup}
          type="primary"
          onClick={() => navigate(`/applications/${applicationId}/booking`)}
        >
          {t('bookMakeup')}
        </ActionButton>
      ) : null}
      {data.ending === 'forfeited' && actions.excuse.allowed ? (
        <ActionButton action={actions.excuse} onClick={() => setExcusing(true)}>
          {t('excuse')}
        </ActionButton>
      ) : null}
      {excusing ? <ExcuseDialog bookingId={bookingId} onClose={() => setExcusing(false)} /> : null}
    </Card>
  );
}

function Counting({ outcome: { ending, counts, month } }: { outcome: BookingOutcome }) {
  const { t } = useTranslation('quota');
  const label = useLabel();
  const sayMonth = useSayMonth();
  const facts = { month: sayMonth(month), ending: ending === null ? '' : label(endingTexts[ending]) };
  if (ending === null) return counts ? t('outcomeToCome', facts) : t('outcomeOutside');
  return t(counts ? 'outcomeCounts' : 'outcomeNot', facts);
}

function Excused({ outcome: { excuse } }: { outcome: BookingOutcome }) {
  const { t } = useTranslation('quota');
  const label = useLabel();
  if (excuse === null) return null;
  const reason = [label(excuseReasonTexts[excuse.reasonCode]), excuse.note].filter(Boolean).join(' · ');
  return <p>{t('excusedBy', { reason, by: excuse.by })}</p>;
}

function LinkedVisit({ words, link }: { words: string; link: BookingOutcome['makeupOf'] }) {
  const say = useSayMoment();
  if (link === null) return null;
  return (
    <p>
      {words} <Link to={`/bookings/${link.id}`}>{link.number}</Link> {say(link.startsAt)}
    </p>
  );
}
