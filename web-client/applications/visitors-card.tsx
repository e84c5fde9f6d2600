import { Button, Card, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { sentences, useLabel } from '../language/index.ts';
import { ActionsTitle } from '../shell/actions-title.tsx';
import { UnmaskDialog } from './unmask-dialog.tsx';

type Visitor = Application['visitors'][number];

export function VisitorsCard({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const label = useLabel();
  const [unmasking, setUnmasking] = useState<Visitor | null>(null);
  const columns: TableColumnsType<Visitor> = [
    {
      title: t('name'),
      render: (_, { name, minor }, index) => (
        <>
          {name} {index === 0 ? <Tag>{t('applicant')}</Tag> : null}
          {minor ? <Tag color="warning">{t('minor')}</Tag> : null}
        </>
      ),
    },
    {
      title: t('relationship'),
      render: (_, { relationship, exceptionReason, verified }) => (
        <>
          {label(relationships[relationship])}{' '}
          {verified ? (
            <Tag color="success">{tCounter('verifiedUntil', { day: verified.revalidateOn })}</Tag>
          ) : null}
          {exceptionReason ? (
            <div>
              <Tag color="warning">{tCounter('exceptionAsked')}</Tag> {exceptionReason}
            </div>
          ) : null}
        </>
      ),
    },
    { title: t('phone'), className: 'nowrap', dataIndex: 'phoneMasked' },
    { title: t('organisation'), render: (_, { organisation }) => organisation || '—' },
    {
      title: t('documents'),
      render: (_, { missingDocuments }) =>
        missingDocuments.length > 0 ? t('missing', { kinds: sentences(missingDocuments) }) : t('allOnFile'),
    },
  ];
  if (application.actions.unmaskVisitors.allowed) {
    columns.push({
      title: <ActionsTitle />,
      render: (_, visitor) => (
        <Button
          aria-label={t('unmaskOf', { name: visitor.name })}
          className="no-print"
          onClick={() => setUnmasking(visitor)}
        >
          {t('unmask')}
        </Button>
      ),
    });
  }
  return (
    <Card title={t('visitors')} className="panel">
      <Table rowKey="id" columns={columns} dataSource={application.visitors} pagination={false} />
      {unmasking ? (
        <UnmaskDialog visitor={unmasking} applicationId={application.id} onClose={() => setUnmasking(null)} />
      ) : null}
    </Card>
  );
}
