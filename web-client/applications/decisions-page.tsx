import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readApplication } from '../api/applications.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ApplicationDecisions } from './application-decisions.tsx';

/** For the file or the applicant: every decision on an application in words, to be printed. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions');
  const { applicationId = '' } = useParams();
  const application = useQuery({
    queryKey: ['application', applicationId],
    queryFn: () => readApplication(applicationId),
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={t('title')}>
          <LinkButton to={`/applications/${applicationId}`}>{t('back')}</LinkButton>
          <Button type="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </PageHead>
      </div>
      <Loaded query={application}>
        {({ number, version }) => (
          <article className="printed">
            <h1>{t('titleOf', { number })}</h1>
            <ApplicationDecisions application={{ id: applicationId, version }} />
          </article>
        )}
      </Loaded>
    </>
  );
}
