import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ruleText, type Suspension } from '../../server/suspensions/schema.ts';
import { stopReasonTexts } from '../../server/visits/codes.ts';
import { readSuspension } from '../api/suspensions.ts';
import { Moment, useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrintedTable } from '../shell/printed-table.tsx';
import { usePeriod } from './use-period.ts';

/** 暂停会见告知书: the visitor is told why, until when, who decided, and how to ask. */
export function SuspensionNoticePage() {
  const { t } = useTranslation('suspensions');
  const { suspensionId = '' } = useParams();
  const query = useQuery({
    queryKey: ['suspension', suspensionId],
    queryFn: () => readSuspension(suspensionId),
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={t('notice')}>
          <Button type="primary" onClick={() => window.print()}>
            {t('printNotice')}
          </Button>
        </PageHead>
      </div>
      <Loaded query={query}>
        {(suspension) =>
          suspension.from === null ? <p>{t('noticeNotApproved')}</p> : <Notice suspension={suspension} />
        }
      </Loaded>
    </>
  );
}

function Notice({ suspension }: { suspension: Suspension }) {
  const { t } = useTranslation('suspensions');
  const label = useLabel();
  const sayPeriod = usePeriod();
  const { visitor, visit, prison, answer, note } = suspension;
  return (
    <article className="printed">
      <h1>{t('noticeTitle')}</h1>
      <PrintedTable
        rows={[
          [t('number'), suspension.number],
          [t('visitor'), visitor.name],
          [t('idNumber'), visitor.idNumberMasked],
          [
            t('visit'),
            <span key="visit">
              {visit.number} · <Moment at={visit.startsAt} />
            </span>,
          ],
          [t('reason'), [label(stopReasonTexts[suspension.reasonCode]), note].filter(Boolean).join(' · ')],
          [t('basis'), label(ruleText)],
          [t('period'), <strong key="period">{sayPeriod(suspension)}</strong>],
          [t('decidedBy'), `${label(prison.name)} · ${answer?.by ?? ''}`],
          [t('decidedAt'), answer ? <Moment key="at" at={answer.at} /> : ''],
          ...(answer?.note ? [[t('note'), answer.note] as [string, string]] : []),
        ]}
      />
      {suspension.lift ? (
        <p>
          <strong>{t('noticeLifted')}</strong> <Moment at={suspension.lift.at} /> · {suspension.lift.note}
        </p>
      ) : null}
      <ol>
        <li>{t('noticeWhat')}</li>
        <li>{t('noticeBooked')}</li>
        <li>{t('noticeAsk')}</li>
      </ol>
      <p className="signatures">
        <span>{t('receivedBy')}</span>
        <span>{label(prison.name)}</span>
      </p>
    </article>
  );
}
