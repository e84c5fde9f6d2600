import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Application, documentKindTexts } from '../../../server/applications/schema.ts';
import { removeDocument } from '../../api/applications.ts';
import { Moment, useLabel } from '../../language/index.ts';
import { ActionsTitle } from '../../shell/actions-title.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { DocumentView } from './document-view.tsx';

type Paper = Application['documents'][number];

export function DocumentTable({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const label = useLabel();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Paper | null>(null);
  const removing = useMutation({
    mutationFn: (paper: Paper) => removeDocument(application.id, paper.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['application', application.id] }),
  });
  const nameOf = (visitorId: string) => application.visitors.find(({ id }) => id === visitorId)?.name;
  const said = ({ kind, fileName }: Paper) => ({ kind: label(documentKindTexts[kind]), file: fileName });
  const columns: TableColumnsType<Paper> = [
    { title: t('documentOf'), render: (_, { visitorId }) => nameOf(visitorId) },
    {
      title: t('documentKind'),
      className: 'nowrap',
      render: (_, { kind, validUntil }) => (
        <>
          {label(documentKindTexts[kind])}
          {validUntil ? <div className="quiet">{`${tCounter('validUntil')} ${validUntil}`}</div> : null}
        </>
      ),
    },
    { title: t('file'), render: (_, { fileName, bytes }) => `${fileName} (${Math.ceil(bytes / 1000)} kB)` },
    {
      title: t('uploadedBy'),
      className: 'nowrap',
      render: (_, { uploadedBy, selfService }) =>
        selfService ? t('createdInSelfService', { name: uploadedBy }) : uploadedBy,
    },
    {
      title: t('uploadedAt'),
      className: 'nowrap',
      render: (_, { uploadedAt }) => <Moment at={uploadedAt} />,
    },
    {
      title: <ActionsTitle />,
      render: (_, paper) => (
        <div className="row no-print">
          {application.actions.viewDocuments.allowed ? (
            <Button aria-label={t('viewOf', said(paper))} onClick={() => setOpen(paper)}>
              {t('view')}
            </Button>
          ) : null}
          {paper.remove.allowed ? (
            <Popconfirm title={t('removeQuestion')} onConfirm={() => removing.mutate(paper)}>
              <Button danger aria-label={t('removeOf', said(paper))}>
                {t('remove')}
              </Button>
            </Popconfirm>
          ) : null}
        </div>
      ),
    },
  ];
  return (
    <>
      <ProblemNotice error={removing.error} />
      <Table rowKey="id" columns={columns} dataSource={application.documents} pagination={false} />
      {open ? (
        <DocumentView applicationId={application.id} document={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
