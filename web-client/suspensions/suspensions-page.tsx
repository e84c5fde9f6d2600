import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  type SuspensionListQuery,
  type SuspensionState,
  suspensionListQuery,
  suspensionStates,
  suspensionStateTexts,
} from '../../server/suspensions/schema.ts';
import { listSuspensions } from '../api/suspensions.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { SuspensionTable } from './suspension-table.tsx';

/** Who may not visit for a time, and what waits for the prison's decision. */
export function SuspensionsPage() {
  const { t } = useTranslation('suspensions');
  const label = useLabel();
  const [params] = useSearchParams();
  const [filter, setFilter] = useState<SuspensionListQuery>(() => {
    const { data } = suspensionListQuery.pick({ state: true }).safeParse(Object.fromEntries(params));
    return data ?? {};
  });
  const query = useQuery({ queryKey: ['suspensions', filter], queryFn: () => listSuspensions(filter) });
  return (
    <>
      <PageHead title={t('listTitle')} />
      <search className="filters no-print">
        <PrisonSelect
          id="suspensions-prison"
          prisonId={filter.prisonId}
          onChange={(prisonId) => setFilter({ ...filter, prisonId })}
        />
        <Field label={t('state')} id="suspensions-state">
          <Select<SuspensionState | 'any'>
            id="suspensions-state"
            value={filter.state ?? 'any'}
            options={[
              { value: 'any', label: t('stateAny') },
              ...suspensionStates.map((value) => ({ value, label: label(suspensionStateTexts[value]) })),
            ]}
            onChange={(state) => setFilter({ ...filter, state: state === 'any' ? undefined : state })}
          />
        </Field>
      </search>
      <Loaded query={query}>
        {({ suspensions, more }) => (
          <Card>
            {suspensions.length === 0 ? (
              <Empty description={t('empty')} />
            ) : (
              <SuspensionTable suspensions={suspensions} />
            )}
            {more ? <p className="quiet">{t('more')}</p> : null}
          </Card>
        )}
      </Loaded>
    </>
  );
}
