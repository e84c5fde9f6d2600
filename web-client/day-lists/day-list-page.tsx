import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DayList } from '../../server/day-lists/schema.ts';
import { readDayList } from '../api/day-lists.ts';
import { usePlaces } from '../api/places.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Field } from '../shell/field.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { DayListTable } from './day-list-table.tsx';
import { ListStateTag } from './list-state-tag.tsx';

/** The visits of a day for one prison or ward: on the screen to be acknowledged, on paper for the ward. */
export function DayListPage() {
  const { t } = useTranslation('dayLists');
  const { t: shell } = useTranslation('shell');
  const label = useLabel();
  const { prisonId = '', day = '' } = useParams();
  const [wardId, setWardId] = useState<string>();
  const [acknowledging, setAcknowledging] = useState(false);
  const wards = usePlaces().data?.prisons.find(({ id }) => id === prisonId)?.wards ?? [];
  const query = useQuery({
    queryKey: ['day-lists', prisonId, day, wardId],
    queryFn: () => readDayList(prisonId, day, wardId),
    refetchInterval: acknowledging ? false : 60_000,
  });
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <PageHead title={t('title', { prison: label(list.prison.name), day: list.day })}>
            <Button onClick={() => window.print()}>{shell('print')}</Button>
            <ActionButton
              action={list.actions.acknowledge}
              type="primary"
              onClick={() => setAcknowledging(true)}
            >
              {t('acknowledge')}
            </ActionButton>
          </PageHead>
          {wards.length > 1 ? (
            <search className="filters no-print">
              <Field label={t('ward')} id="day-list-ward">
                <Select
                  id="day-list-ward"
                  value={wardId ?? ''}
                  options={[
                    { value: '', label: t('everyWard') },
                    ...wards.map(({ id, name }) => ({ value: id, label: label(name) })),
                  ]}
                  onChange={(value) => setWardId(value === '' ? undefined : value)}
                />
              </Field>
            </search>
          ) : null}
          <ListStanding list={list} />
          <Card className="panel">
            {list.visits.length === 0 ? (
              <Empty description={t('empty')} />
            ) : (
              <DayListTable visits={list.visits} />
            )}
          </Card>
          <p className="signatures only-print">{t('signature')} ________________</p>
          {acknowledging ? <AcknowledgeDialog list={list} onClose={() => setAcknowledging(false)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function ListStanding({ list }: { list: DayList }) {
  const { t } = useTranslation('dayLists');
  const label = useLabel();
  const language = useLanguage();
  const { state, acknowledgeBy, acknowledgements, ward } = list;
  if (state === 'empty') return null;
  const time = sayTime(acknowledgeBy, 'moment', language);
  const late = state === 'missing' || state === 'outdated';
  return (
    <Alert
      className="panel"
      role="status"
      type={late ? 'error' : state === 'acknowledged' ? 'success' : 'info'}
      title={
        <>
          <ListStateTag state={state} />
          {ward === null ? null : `${label(ward.name)} · `}
          {t('acknowledgeBy', { time })}
        </>
      }
      description={
        acknowledgements.length === 0 ? null : (
          <ul className="plain-list">
            {acknowledgements.map(({ by, at, ward: of, visits }) => (
              <li key={at}>
                {t(of === null ? 'acknowledgedBy' : 'acknowledgedWard', {
                  by,
                  visits,
                  time: sayTime(at, 'moment', language),
                  ward: of === null ? '' : label(of),
                })}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
