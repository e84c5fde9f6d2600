import { Alert, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BookingInPreview } from '../../server/rules/schema.ts';
import { usePlaces } from '../api/places.ts';
import { Moment, useLabel } from '../language/index.ts';

type Props = {
  bookings: BookingInPreview[];
  /** What is said when there are none, what when there are some, and what the reason is called. */
  none: string;
  some: string;
  why: string;
};

/** The booked visits that a change would touch, each with the reason. */
export function BookingsInPreview({ bookings, none, some, why }: Props) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const prisons = usePlaces().data?.prisons ?? [];
  const columns: TableColumnsType<BookingInPreview> = [
    { title: t('bookingNumber'), dataIndex: 'number' },
    { title: t('bookedFor'), render: (_, { startsAt }) => <Moment at={startsAt} /> },
    {
      title: t('prison'),
      render: (_, { prisonId }) => {
        const prison = prisons.find(({ id }) => id === prisonId);
        return prison ? label(prison.name) : '—';
      },
    },
    { title: why, render: (_, { reason }) => reason.text },
  ];
  if (bookings.length === 0) return <Alert type="success" showIcon role="status" title={none} />;
  return (
    <>
      <Alert type="warning" showIcon role="status" className="notice" title={some} />
      <Table rowKey="bookingId" size="small" columns={columns} dataSource={bookings} />
    </>
  );
}
