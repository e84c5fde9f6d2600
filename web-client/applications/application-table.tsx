import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ApplicationSummary, kindTexts, stateTexts } from '../../server/applications/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { PrisonerCell } from '../shell/prisoner-cell.tsx';
import { stateColour } from './state-colour.ts';
import { UrgentTag } from './urgent-tag.tsx';

export function ApplicationTable({ applications }: { applications: ApplicationSummary[] }) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const columns: TableColumnsType<ApplicationSummary> = [
    {
      title: t('number'),
      className: 'nowrap',
      render: (_, { id, number, urgency, selfService }) => (
        <>
          <Link to={`/applications/${id}`}>{number}</Link> <UrgentTag urgency={urgency} />
          {selfService ? <Tag className="self-service">{t('selfService')}</Tag> : null}
        </>
      ),
    },
    { title: t('kind'), className: 'nowrap', render: (_, { kind }) => label(kindTexts[kind]) },
    {
      title: t('prisoner'),
      render: (_, { prisoner, prison }) => <PrisonerCell prisoner={prisoner} prison={prison} />,
    },
    { title: t('visitors'), render: (_, { visitors }) => list(visitors.map(({ name }) => name)) },
    {
      title: t('state'),
      render: (_, { state, halfDone }) => (
        <>
          <Tag color={stateColour[state]}>{label(stateTexts[state])}</Tag>
          {halfDone ? <Tag color="warning">{t('halfDone')}</Tag> : null}
        </>
      ),
    },
    {
      title: t('waitsFor'),
      render: (_, { status }) => (
        <>
          {status.text}
          {status.left === null ? null : (
            <div className={status.overdue ? 'overdue' : undefined}>
              <strong>{status.left}</strong>
            </div>
          )}
        </>
      ),
    },
    { title: t('createdAt'), className: 'nowrap', render: (_, { createdAt }) => <Moment at={createdAt} /> },
  ];
  return <Table rowKey="id" columns={columns} dataSource={applications} pagination={false} />;
}
