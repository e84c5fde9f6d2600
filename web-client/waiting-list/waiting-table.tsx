import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayPartTexts } from '../../server/bookings/schema.ts';
import { weekdayTexts } from '../../server/calendar/schema.ts';
import {
  offerAnswerTexts,
  type WaitingEntry,
  type WaitingState,
  waitingRankTexts,
  waitingStateTexts,
} from '../../server/waiting-list/schema.ts';
import { list, useLabel, useSayMoment } from '../language/index.ts';
import { OfferActions } from './offer-actions.tsx';

const stateColour: Record<WaitingState, string> = {
  waiting: 'processing',
  offered: 'warning',
  booked: 'success',
  left: 'default',
  lapsed: 'default',
};

export function WaitingTable({ entries }: { entries: WaitingEntry[] }) {
  const { t } = useTranslation('waitingList');
  const label = useLabel();
  const columns: TableColumnsType<WaitingEntry> = [
    { title: t('place'), render: (_, { place }) => place ?? '—' },
    {
      title: t('application'),
      className: 'nowrap',
      render: (_, { application, prison }) => (
        <>
          <Link to={`/applications/${application.id}`}>{application.number}</Link>
          <div className="quiet">{label(prison.name)}</div>
        </>
      ),
    },
    { title: t('applicant'), dataIndex: 'applicantName' },
    { title: t('wish'), render: (_, entry) => <Wish entry={entry} /> },
    {
      title: t('state'),
      render: (_, { state, rank }) => (
        <>
          <Tag color={stateColour[state]}>{label(waitingStateTexts[state])}</Tag>
          {rank === 'ordinary' ? null : <Tag color="red">{label(waitingRankTexts[rank])}</Tag>}
        </>
      ),
    },
    { title: t('offer'), render: (_, entry) => <LastOffer entry={entry} /> },
    { title: t('actions'), className: 'no-print', render: (_, entry) => <OfferActions entry={entry} /> },
  ];
  return <Table rowKey="id" columns={columns} dataSource={entries} pagination={false} />;
}

function Wish({ entry: { fromDay, toDay, weekday, part } }: { entry: WaitingEntry }) {
  const { t } = useTranslation('waitingList');
  const label = useLabel();
  const weekdayText = weekday === null ? undefined : weekdayTexts[weekday];
  const limits = [
    ...(weekdayText === undefined ? [] : [label(weekdayText)]),
    ...(part === null ? [] : [label(dayPartTexts[part])]),
  ];
  return (
    <>
      {t('period', { from: fromDay, to: toDay })}
      {limits.length > 0 ? <div className="quiet">{list(limits)}</div> : null}
    </>
  );
}

function LastOffer({ entry: { offers } }: { entry: WaitingEntry }) {
  const { t } = useTranslation('waitingList');
  const label = useLabel();
  const say = useSayMoment();
  const last = offers[0];
  if (last === undefined) return <>—</>;
  return (
    <>
      <Link to={`/bookings/${last.bookingId}`}>{say(last.startsAt)}</Link>
      <div className="quiet">
        {last.answer === null
          ? t('answerBy', { until: say(last.heldUntil) })
          : label(offerAnswerTexts[last.answer])}
      </div>
    </>
  );
}
