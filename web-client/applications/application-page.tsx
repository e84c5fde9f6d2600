import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readApplication } from '../api/applications.ts';
import { brackets } from '../language/index.ts';
import { NoticesCard } from '../notices/notices-card.tsx';
import { ReviewPanel } from '../reviews/review-panel.tsx';
import { VisitTermsCard } from '../reviews/visit-terms-card.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ApplicationFacts } from './application-facts.tsx';
import { CaseActions } from './case-actions.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { DocumentsCard } from './documents/documents-card.tsx';
import { RelationshipsCard } from './relationships/relationships-card.tsx';
import { UrgentNote } from './urgent-note.tsx';
import { VisitorsCard } from './visitors-card.tsx';

/** One application: how it stands, what it says, what is on file, and what may be decided. */
export function ApplicationPage() {
  const { t } = useTranslation('applications');
  const { applicationId = '' } = useParams();
  const query = useQuery({
    queryKey: ['application', applicationId],
    queryFn: () => readApplication(applicationId),
  });
  return (
    <Loaded query={query}>
      {(application) => (
        <>
          <PageHead title={t('detailTitle', { number: application.number })}>
            <CaseActions application={application} />
          </PageHead>
          <Alert
            className="panel"
            role="status"
            type={application.status.overdue ? 'error' : 'info'}
            title={
              <p className="sentence">
                {application.status.text}
                {application.status.left === null ? '' : brackets(application.status.left)}
              </p>
            }
          />
          <UrgentNote application={application} />
          {application.warnings.map(({ code, text }) => (
            <Alert key={code} className="panel" type="warning" showIcon role="note" title={text} />
          ))}
          <ReviewPanel application={application} />
          {application.state === 'approved' ? (
            <VisitTermsCard terms={application.terms} visitors={application.visitors} />
          ) : null}
          <ApplicationFacts application={application} />
          <VisitorsCard application={application} />
          <RelationshipsCard application={application} />
          <DocumentsCard application={application} />
          <DecisionHistory application={application} />
          <NoticesCard of={{ applicationId: application.id }} />
        </>
      )}
    </Loaded>
  );
}
