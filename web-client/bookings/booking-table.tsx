import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Booking, type BookingState, bookingStateTexts } from '../../server/bookings/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { PrisonerCell } from '../shell/prisoner-cell.tsx';

export const bookingStateColour: Record<BookingState, string> = {
  held: 'gold',
  booked: 'processing',
  attended: 'warning',
  ended: 'success',
  cancelled: 'default',
};

export function BookingTable({ bookings }: { bookings: Booking[] }) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const columns: TableColumnsType<Booking> = [
    {
      title: t('time'),
      className: 'nowrap',
      render: (_, { startsAt, endsAt }) => (
        <>
          <Moment at={startsAt} shape="time" /> – <Moment at={endsAt} shape="time" />
        </>
      ),
    },
    {
      title: t('number'),
      className: 'nowrap',
      render: (_, { id, number }) => (
        <Link to={`/bookings/${id}`} aria-label={t('open', { number })}>
          {number}
        </Link>
      ),
    },
    {
      title: t('prisoner'),
      render: (_, { prisoner, prison }) => <PrisonerCell prisoner={prisoner} prison={prison} />,
    },
    { title: t('visitors'), render: (_, { visitors }) => list(visitors.map(({ name }) => name)) },
    {
      title: t('places'),
      render: (_, { visitRoom, terminal }) => `${label(visitRoom.name)} ↔ ${label(terminal.name)}`,
    },
    {
      title: t('state'),
      render: (_, { state, attention }) => (
        <>
          <Tag color={bookingStateColour[state]}>{label(bookingStateTexts[state])}</Tag>
          {attention.length === 0 ? null : <Tag color="error">{t('needsReview')}</Tag>}
          {attention.map(({ code, text, todo }) => (
            <p key={code} className="disabled-reason">
              {text} {todo}
            </p>
          ))}
        </>
      ),
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={bookings} pagination={false} />;
}
