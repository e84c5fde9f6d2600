import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CustodyState, custodyStateTexts } from '../../server/custody/codes.ts';
import type { PrisonerLine } from '../../server/custody/schema.ts';
import { gradeTexts } from '../../server/people/schema.ts';
import { useLabel } from '../language/index.ts';

const stateColour: Record<CustodyState, string> = {
  held: 'success',
  transferred: 'default',
  released: 'default',
};

/** Where somebody is, and the day of a release that is to come. */
export function CustodyTag({ state, since }: Pick<PrisonerLine, 'state' | 'since'>) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  return (
    <>
      <Tag color={stateColour[state]}>{label(custodyStateTexts[state])}</Tag>
      {since === null ? null : (
        <span className="quiet nowrap">
          {t(state === 'held' ? 'releaseToCome' : 'since', { day: since })}
        </span>
      )}
    </>
  );
}

export function PrisonerTable({ prisoners }: { prisoners: PrisonerLine[] }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const columns: TableColumnsType<PrisonerLine> = [
    {
      title: t('number'),
      className: 'nowrap',
      render: (_, { id, number, name }) => (
        <Link to={`/prisoners/${id}`} aria-label={t('open', { name, number })}>
          {number}
        </Link>
      ),
    },
    { title: t('name'), dataIndex: 'name' },
    {
      title: t('ward'),
      render: (_, { prison, ward }) => (
        <>
          {label(ward.name)}
          <div className="quiet">{label(prison.name)}</div>
        </>
      ),
    },
    { title: t('grade'), render: (_, { grade }) => label(gradeTexts[grade]) },
    { title: t('state'), render: (_, line) => <CustodyTag {...line} /> },
    {
      title: t('visits'),
      render: (_, { barred, state }) =>
        barred ? (
          <p className="disabled-reason">{barred.text}</p>
        ) : state === 'held' ? (
          t('visitsPossible')
        ) : (
          '—'
        ),
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={prisoners} pagination={false} />;
}
