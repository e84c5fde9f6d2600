import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { MakeupOwedShown } from '../../server/bookings/outcome-schema.ts';
import { listMakeupsOwed } from '../api/quota.ts';
import { Moment } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { PrisonerCell } from '../shell/prisoner-cell.tsx';

/** Families that are owed a visit, the first to lapse at the head. */
export function MakeupsPage() {
  const { t } = useTranslation('quota');
  const [prisonId, setPrisonId] = useState<string | undefined>();
  const query = useQuery({ queryKey: ['makeups', prisonId], queryFn: () => listMakeupsOwed(prisonId) });
  return (
    <>
      <PageHead title={t('makeupsTitle')} />
      <p className="quiet">{t('makeupsHint')}</p>
      <search className="filters no-print">
        <PrisonSelect id="makeups-prison" prisonId={prisonId} onChange={setPrisonId} />
      </search>
      <Loaded query={query}>
        {({ makeups }) => (
          <Card>
            {makeups.length === 0 ? (
              <Empty description={t('makeupsNone')} />
            ) : (
              <MakeupTable makeups={makeups} />
            )}
          </Card>
        )}
      </Loaded>
    </>
  );
}

function MakeupTable({ makeups }: { makeups: MakeupOwedShown[] }) {
  const { t } = useTranslation('quota');
  const navigate = useNavigate();
  const columns: TableColumnsType<MakeupOwedShown> = [
    { title: t('until'), className: 'nowrap', render: (_, { until }) => until },
    {
      title: t('failed'),
      render: (_, { failed }) => (
        <>
          <Link to={`/bookings/${failed.id}`}>{failed.number}</Link>
          <div className="quiet">
            <Moment at={failed.startsAt} />
          </div>
        </>
      ),
    },
    {
      title: t('prisoner'),
      render: (_, { prisoner, prison }) => <PrisonerCell prisoner={prisoner} prison={prison} />,
    },
    {
      title: t('application'),
      render: (_, { application }) => (
        <Link to={`/applications/${application.id}`}>{application.number}</Link>
      ),
    },
    {
      title: '',
      render: (_, { application, actions }) => (
        <ActionButton
          action={actions.bookMakeup}
          onClick={() => navigate(`/applications/${application.id}/booking`)}
        >
          {t('bookMakeup')}
        </ActionButton>
      ),
    },
  ];
  return (
    <Table rowKey={({ failed }) => failed.id} columns={columns} dataSource={makeups} pagination={false} />
  );
}
