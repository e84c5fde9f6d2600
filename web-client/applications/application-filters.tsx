import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApplicationState, applicationStates, stateTexts } from '../../server/applications/schema.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import type { ApplicationFilter } from './use-application-filter.ts';

type Props = { filter: ApplicationFilter; onChange(filter: ApplicationFilter): void };

export function ApplicationFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const states = [
    { value: 'open' as const, label: t('stateOpen') },
    { value: 'any' as const, label: t('stateAny') },
    ...applicationStates.map((state) => ({ value: state, label: label(stateTexts[state]) })),
  ];
  return (
    <search className="filters no-print">
      <Field label={t('state')} id="filter-state">
        <Select<ApplicationState | 'open' | 'any'>
          id="filter-state"
          value={filter.state ?? 'any'}
          options={states}
          onChange={(state) => onChange({ ...filter, state: state === 'any' ? undefined : state })}
        />
      </Field>
      <PrisonSelect
        id="filter-prison"
        prisonId={filter.prisonId}
        onChange={(prisonId) => onChange({ ...filter, prisonId })}
      />
      <Field label={t('search')} id="filter-search">
        <Input.Search
          id="filter-search"
          allowClear
          defaultValue={filter.search}
          placeholder={t('searchHint')}
          style={{ width: 320 }}
          onSearch={(text) =>
            onChange({ ...filter, search: text.trim().length < 2 ? undefined : text.trim() })
          }
        />
      </Field>
      <Checkbox
        checked={filter.overdue ?? false}
        onChange={({ target }) => onChange({ ...filter, overdue: target.checked ? true : undefined })}
      >
        {t('onlyOverdue')}
      </Checkbox>
    </search>
  );
}
