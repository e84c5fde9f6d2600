import { Alert, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { usePlaces } from '../api/places.ts';
import { Moment, useLabel } from '../language/index.ts';

type Row = CalendarPreview['touched'][number];

/** What a change of the calendar would mean for booked visits, in words. */
export function TouchedBookings({ preview: { lookedAt, touched } }: { preview: CalendarPreview }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const prisons = usePlaces().data?.prisons ?? [];
  const columns: TableColumnsType<Row> = [
    { title: t('bookingNumber'), dataIndex: 'number' },
    { title: t('bookedFor'), render: (_, { startsAt }) => <Moment at={startsAt} /> },
    {
      title: t('prison'),
      render: (_, { prisonId }) => {
        const prison = prisons.find(({ id }) => id === prisonId);
        return prison ? label(prison.name) : '—';
      },
    },
    { title: t('whyTouched'), render: (_, { reason }) => reason.text },
  ];
  if (touched.length === 0)
    return <Alert type="success" showIcon role="status" title={t('previewNone', { count: lookedAt })} />;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="status"
        className="notice"
        title={t('previewSome', { count: lookedAt, touched: touched.length })}
      />
      <Table rowKey="bookingId" size="small" columns={columns} dataSource={touched} />
    </>
  );
}
