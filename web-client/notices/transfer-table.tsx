import { Empty, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DeliveryState, deliveryStateTexts } from '../../server/notices/schema.ts';
import type { Transfer } from '../../server/notices/transfers/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

const shown: [keyof Transfer['counts'], DeliveryState, string][] = [
  ['delivered', 'delivered', 'success'],
  ['failed', 'failed', 'error'],
  ['accepted', 'accepted', 'processing'],
  ['handedOver', 'handed_over', 'default'],
];

export function TransferTable({ transfers }: { transfers: Transfer[] }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  if (transfers.length === 0) return <Empty description={t('noTransfers')} />;
  const columns: TableColumnsType<Transfer> = [
    {
      title: t('number'),
      className: 'nowrap',
      render: (_, { id, number }) => (
        <Link to={`/messages/${id}`} aria-label={t('openTransfer', { number })}>
          {number}
        </Link>
      ),
    },
    {
      title: t('madeBy'),
      render: (_, { createdBy, createdAt }) => (
        <>
          {createdBy}
          <div className="quiet">
            <Moment at={createdAt} />
          </div>
        </>
      ),
    },
    { title: t('lines'), dataIndex: 'lines' },
    {
      title: t('stand'),
      render: (_, { counts }) => (
        <span className="tags">
          {shown
            .filter(([name]) => counts[name] > 0)
            .map(([name, state, colour]) => (
              <Tag key={name} color={colour}>
                {label(deliveryStateTexts[state])} {counts[name]}
              </Tag>
            ))}
        </span>
      ),
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={transfers} pagination={false} />;
}
