import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VisitSummary } from '../../server/visits/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { ActionsTitle } from '../shell/actions-title.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { PrisonerCell } from '../shell/prisoner-cell.tsx';
import { useStaff } from '../shell/use-session.ts';
import { KeyTags } from './key-tags.tsx';
import { VisitStateTag } from './visit-state-tag.tsx';

export function VisitTable({ visits }: { visits: VisitSummary[] }) {
  const { t } = useTranslation('visits');
  const label = useLabel();
  const columns: TableColumnsType<VisitSummary> = [
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
      render: (_, { id, bookingNumber }) => (
        <Link to={`/visits/${id}`} aria-label={t('open', { number: bookingNumber })}>
          {bookingNumber}
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
    { title: t('keys'), render: (_, { keysTurned }) => <KeyTags keysTurned={keysTurned} /> },
    {
      title: t('state'),
      render: (_, visit) => (
        <>
          <VisitStateTag visit={visit} />
          {visit.stopReasonMissing ? <Tag color="error">{t('stopReasonMissing')}</Tag> : null}
        </>
      ),
    },
    { title: <ActionsTitle />, render: (_, visit) => <VisitLinks visit={visit} /> },
  ];
  return (
    <Table className="wide-table" rowKey="id" columns={columns} dataSource={visits} pagination={false} />
  );
}

/** Where staff go from here. Whether they may act there is said on that page. */
function VisitLinks({ visit: { id, bookingNumber, state } }: { visit: VisitSummary }) {
  const { t } = useTranslation('visits');
  const { role } = useStaff();
  if (state === 'ended' || role === 'auditor') return null;
  return (
    <div className="row">
      {state === 'scheduled' || state === 'checked_in' ? (
        <LinkButton to={`/visits/${id}/check-in`} aria-label={t('checkInOf', { number: bookingNumber })}>
          {t('checkIn')}
        </LinkButton>
      ) : null}
      <LinkButton
        to={`/visits/${id}/supervise`}
        aria-label={t('superviseOf', { number: bookingNumber })}
        type="primary"
      >
        {t('supervise')}
      </LinkButton>
    </div>
  );
}
