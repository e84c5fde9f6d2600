import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceSession } from '../../server/assistance/schema.ts';
import { listSessions } from '../api/assistance.ts';
import { list, Moment } from '../language/index.ts';
import { ActionsTitle } from '../shell/actions-title.tsx';
import { Field } from '../shell/field.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { PrisonerCell } from '../shell/prisoner-cell.tsx';
import { useStaff } from '../shell/use-session.ts';

type State = 'to_write' | 'written';

/** Sessions that took place and have no record yet, and those that have one. */
export function SessionsPage() {
  const { t } = useTranslation('assistance');
  const [state, setState] = useState<State>('to_write');
  const [prisonId, setPrisonId] = useState<string | undefined>();
  const query = useQuery({
    queryKey: ['assistance-sessions', state, prisonId],
    queryFn: () => listSessions({ state, prisonId }),
  });
  return (
    <>
      <PageHead title={t('listTitle')} />
      <search className="filters no-print">
        <Field label={t('show')} id="assistance-state">
          <Select<State>
            id="assistance-state"
            value={state}
            options={[
              { value: 'to_write', label: t('toWrite') },
              { value: 'written', label: t('written') },
            ]}
            onChange={setState}
          />
        </Field>
        <PrisonSelect id="assistance-prison" prisonId={prisonId} onChange={setPrisonId} />
      </search>
      <Card>
        <Loaded query={query}>
          {({ sessions, more }) => (
            <>
              {sessions.length === 0 ? (
                <Empty description={t(state === 'to_write' ? 'emptyToWrite' : 'emptyWritten')} />
              ) : (
                <SessionTable sessions={sessions} state={state} />
              )}
              {more ? <p className="quiet">{t('more')}</p> : null}
            </>
          )}
        </Loaded>
      </Card>
    </>
  );
}

function SessionTable({ sessions, state }: { sessions: AssistanceSession[]; state: State }) {
  const { t } = useTranslation('assistance');
  const { role } = useStaff();
  const writes = state === 'to_write' && role.startsWith('district_');
  const columns: TableColumnsType<AssistanceSession> = [
    { title: t('session'), className: 'nowrap', render: (_, { visit }) => visit.number },
    { title: t('startsAt'), className: 'nowrap', render: (_, { visit }) => <Moment at={visit.startsAt} /> },
    {
      title: t('prisoner'),
      render: (_, { prisoner, prison }) => <PrisonerCell prisoner={prisoner} prison={prison} />,
    },
    {
      title: t('workers'),
      render: (_, { visitors }) =>
        list(visitors.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(' · '))),
    },
    {
      title: t('length'),
      className: 'nowrap',
      render: (_, { talkedMinutes }) =>
        talkedMinutes === null ? '—' : t('minutes', { minutes: talkedMinutes }),
    },
    {
      title: <ActionsTitle />,
      render: (_, { visit }) => (
        <LinkButton
          to={`/visits/${visit.id}/assistance`}
          type={writes ? 'primary' : 'default'}
          aria-label={`${t(writes ? 'write' : 'open')} ${visit.number}`}
        >
          {t(writes ? 'write' : 'open')}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table rowKey={({ visit }) => visit.id} columns={columns} dataSource={sessions} pagination={false} />
  );
}
