import { Empty, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QuotaVisit } from '../../server/quota/schema.ts';
import { sayTime, useLanguage } from '../language/index.ts';
import { useSayVisitState } from './use-say-quota.ts';

/** The visits of a month, remote and on site, and which of them count. */
export function VisitTable({ visits }: { visits: QuotaVisit[] }) {
  const { t } = useTranslation('quota');
  const language = useLanguage();
  const sayState = useSayVisitState();
  if (visits.length === 0) return <Empty description={t('noVisits')} />;
  const columns: TableColumnsType<QuotaVisit> = [
    {
      title: t('day'),
      className: 'nowrap',
      render: (_, { day, startsAt }) =>
        startsAt === null
          ? sayTime(`${day}T04:00:00.000Z`, 'monthDay', language)
          : `${sayTime(startsAt, 'monthDay', language)} ${sayTime(startsAt, 'time', language)}`,
    },
    {
      title: t('kind'),
      render: (_, { kind, id, number }) =>
        kind === 'remote' ? (
          <>
            {t('remote')} <Link to={`/bookings/${id}`}>{number}</Link>
          </>
        ) : (
          t('onSite')
        ),
    },
    { title: t('state'), render: (_, visit) => sayState(visit) },
    {
      title: t('counts'),
      render: (_, { counts }) => (
        <Tag color={counts ? 'processing' : 'default'}>{t(counts ? 'counts' : 'countsNot')}</Tag>
      ),
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={visits} pagination={false} />;
}
