import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readApplication } from '../../api/applications.ts';
import { sentences } from '../../language/index.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { DocumentsCard } from './documents-card.tsx';

/** The last step at the counter: the papers, with what is still missing for each visitor. */
export function DocumentsPage() {
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
          <PageHead title={`${t('documentsTitle')} · ${application.number}`}>
            <LinkButton to={`/applications/${application.id}/receipt`} type="primary">
              {t('documentsDone')}
            </LinkButton>
          </PageHead>
          {application.visitors.map(({ id, name, missingDocuments }) => (
            <Alert
              key={id}
              className="panel"
              role="status"
              showIcon
              type={missingDocuments.length > 0 ? 'warning' : 'success'}
              title={`${name} · ${
                missingDocuments.length > 0
                  ? t('missing', { kinds: sentences(missingDocuments) })
                  : t('allOnFile')
              }`}
            />
          ))}
          <DocumentsCard application={application} />
        </>
      )}
    </Loaded>
  );
}
