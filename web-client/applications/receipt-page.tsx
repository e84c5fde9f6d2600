import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Application, documentKindTexts, kindTexts } from '../../server/applications/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { readApplication } from '../api/applications.ts';
import { colon, list, Moment, sentences, useLabel } from '../language/index.ts';
import { useTermsRows } from '../reviews/use-terms-rows.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrintedTable } from '../shell/printed-table.tsx';

/** What the family takes home: number, what was handed in, who decides and by when. */
export function ReceiptPage() {
  const { t } = useTranslation('applications');
  const { applicationId = '' } = useParams();
  const query = useQuery({
    queryKey: ['application', applicationId],
    queryFn: () => readApplication(applicationId),
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={t('receipt')}>
          <LinkButton to={`/applications/${applicationId}`}>{t('toApplication')}</LinkButton>
          <Button type="primary" onClick={() => window.print()}>
            {t('printReceipt')}
          </Button>
        </PageHead>
      </div>
      <Loaded query={query}>{(application) => <Receipt application={application} />}</Loaded>
    </>
  );
}

function Receipt({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const terms = useTermsRows(application.terms, application.visitors);
  const papersOf = ({ id, name }: Application['visitors'][number]) => {
    const own = application.documents.filter(({ visitorId }) => visitorId === id);
    return own.length === 0 ? '' : colon(name) + list(own.map(({ kind }) => label(documentKindTexts[kind])));
  };
  return (
    <article className="printed">
      <h1>{t('receiptTitle')}</h1>
      <PrintedTable
        rows={[
          [t('number'), application.number],
          [t('kind'), label(kindTexts[application.kind])],
          [t('createdAt'), <Moment key="at" at={application.createdAt} />],
          [
            t('prisoner'),
            `${application.prisoner.name} ${application.prisoner.number} · ${label(application.prison.name)}`,
          ],
          ...application.visitors.map(({ name, relationship, missingDocuments }, index): [string, string] => [
            t('visitorNumber', { number: index + 1 }),
            `${name} · ${label(relationships[relationship])}${
              missingDocuments.length > 0 ? ` · ${t('missing', { kinds: sentences(missingDocuments) })}` : ''
            }`,
          ]),
          [
            t('documents'),
            sentences(application.visitors.map(papersOf).filter((papers) => papers !== '')) || '—',
          ],
          [t('waitsFor'), application.status.text],
          ...(application.state === 'approved' ? terms : []),
        ]}
      />
      <p>{t('receiptNext')}</p>
      <div className="signatures">
        <span>
          {t('receiptSigned')} {application.createdBy}
        </span>
        <span>{t('receiptApplicant')} ________________</span>
      </div>
    </article>
  );
}
