import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../server/applications/schema.ts';
import { ActionReason } from '../../shell/action-reason.tsx';
import { AddDocument } from './add-document.tsx';
import { DocumentTable } from './document-table.tsx';

export function DocumentsCard({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { addDocument, viewDocuments } = application.actions;
  return (
    <Card title={t('documents')} className="panel">
      {addDocument.allowed ? <AddDocument application={application} /> : null}
      {viewDocuments.allowed ? null : <ActionReason action={viewDocuments} />}
      {application.documents.length === 0 ? <p className="quiet">{t('documentsNone')}</p> : null}
      {application.documents.length > 0 ? <DocumentTable application={application} /> : null}
    </Card>
  );
}
