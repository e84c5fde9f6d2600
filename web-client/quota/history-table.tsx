import { Empty, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type QuotaChange, quotaCauseTexts } from '../../server/quota/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** When, what, by whom, and the numbers before and after. */
export function HistoryTable({ history }: { history: QuotaChange[] }) {
  const { t } = useTranslation('quota');
  const label = useLabel();
  if (history.length === 0) return <Empty description={t('noHistory')} />;
  const numbers = ({ used, allowed }: QuotaChange['before']) =>
    t('numbers', { used: String(used), allowed: String(allowed) });
  const columns: TableColumnsType<QuotaChange> = [
    { title: t('when'), className: 'nowrap', render: (_, { at }) => <Moment at={at} /> },
    {
      title: t('cause'),
      render: (_, { cause, booking }) => (
        <>
          {label(quotaCauseTexts[cause])}{' '}
          {booking ? <Link to={`/bookings/${booking.id}`}>{booking.number}</Link> : null}
        </>
      ),
    },
    { title: t('by'), render: (_, { by }) => by ?? t('system') },
    { title: t('before'), className: 'nowrap', render: (_, { before }) => numbers(before) },
    { title: t('after'), className: 'nowrap', render: (_, { after }) => numbers(after) },
  ];
  return <Table rowKey="id" columns={columns} dataSource={history} pagination={false} size="small" />;
}
