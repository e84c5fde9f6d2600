import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenDayList } from '../../server/day-lists/schema.ts';
import { listOpenDayLists } from '../api/day-lists.ts';
import { Moment, useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ChooseDay } from './choose-day.tsx';
import { ListStateTag } from './list-state-tag.tsx';
import { openListsKey } from './open-lists-key.ts';

/** The lists that wait for their prisons, the late ones marked; and the way to the list of any day. */
export function DayListsPage() {
  const { t } = useTranslation('dayLists');
  const query = useQuery({ queryKey: openListsKey, queryFn: listOpenDayLists, refetchInterval: 60_000 });
  return (
    <>
      <PageHead title={t('listsTitle')} />
      <p className="quiet">{t('intro')}</p>
      <Card className="panel" title={t('openTitle')}>
        <Loaded query={query}>{(lists) => <OpenLists lists={lists} />}</Loaded>
      </Card>
      <Card className="panel" title={t('chooseTitle')}>
        <ChooseDay />
      </Card>
    </>
  );
}

function OpenLists({ lists }: { lists: OpenDayList[] }) {
  const { t } = useTranslation('dayLists');
  const { t: shell } = useTranslation('shell');
  const label = useLabel();
  if (lists.length === 0) return <Empty description={t('noneOpen')} />;
  const columns: TableColumnsType<OpenDayList> = [
    { title: t('day'), dataIndex: 'day', className: 'nowrap' },
    { title: t('prison'), render: (_, { prison }) => label(prison.name) },
    { title: t('visits'), dataIndex: 'visits' },
    { title: t('by'), render: (_, { acknowledgeBy }) => <Moment at={acknowledgeBy} /> },
    { title: t('state'), render: (_, { state }) => <ListStateTag state={state} /> },
    {
      title: shell('actions'),
      render: (_, { prison, day }) => (
        <LinkButton
          to={`/day-lists/${prison.id}/${day}`}
          aria-label={t('openList', { prison: label(prison.name), day })}
        >
          {t('open')}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table
      rowKey={({ prison, day }) => `${prison.id} ${day}`}
      columns={columns}
      dataSource={lists}
      pagination={false}
    />
  );
}
