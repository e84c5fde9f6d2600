import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { VisitDetail } from '../../server/visits/schema.ts';
import { VisitTermsLine } from '../reviews/visit-terms-line.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useVisit } from '../visits/use-visit.ts';
import { SupervisedVisit } from './supervised-visit.tsx';
import { SupervisionEnded } from './supervision-ended.tsx';

/** To be on this page is to supervise: it joins by itself, and leaving it is being absent. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision');
  const { visitId = '' } = useParams();
  const query = useVisit(visitId);
  return (
    <Loaded query={query}>
      {(visit) => (
        <>
          <PageHead title={t('title', { number: visit.bookingNumber })}>
            <span className="quiet">{t('unseen')}</span>
          </PageHead>
          {visit.attention.map(({ code, text, todo, canBeKept }) => (
            <Alert
              key={code}
              className="panel"
              type={canBeKept ? 'warning' : 'error'}
              showIcon
              role="alert"
              title={text}
              description={canBeKept ? todo : t(wasLive(visit) ? 'arisenMeanwhile' : 'arisenBefore')}
            />
          ))}
          <VisitTermsLine terms={visit.terms} visitors={visit.visitors} />
          {visit.state === 'ended' ? (
            <SupervisionEnded visit={visit} />
          ) : visit.actions.supervise.allowed ? (
            <SupervisedVisit visit={visit} />
          ) : (
            <Alert type="warning" showIcon role="status" title={visit.actions.supervise.reason} />
          )}
        </>
      )}
    </Loaded>
  );
}

const wasLive = ({ state }: VisitDetail) => state === 'live' || state === 'paused';
