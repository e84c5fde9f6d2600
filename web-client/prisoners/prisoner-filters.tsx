import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CustodyState, custodyStates, custodyStateTexts } from '../../server/custody/codes.ts';
import type { PrisonersFilter } from '../api/custody.ts';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { useStaff } from '../shell/use-session.ts';

type Props = { filter: PrisonersFilter; onChange(filter: PrisonersFilter): void };

export function PrisonerFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const { prison } = useStaff();
  const places = usePlaces();
  const chosen = prison?.id ?? filter.prisonId;
  const wards = places.data?.prisons.find(({ id }) => id === chosen)?.wards ?? [];
  return (
    <search className="filters no-print">
      <Field label={t('search')} id="prisoners-search">
        <Input
          id="prisoners-search"
          allowClear
          maxLength={50}
          value={filter.search ?? ''}
          onChange={({ target }) => onChange({ ...filter, search: target.value || undefined })}
        />
      </Field>
      <PrisonSelect
        id="prisoners-prison"
        prisonId={filter.prisonId}
        onChange={(prisonId) => onChange({ ...filter, prisonId, wardId: undefined })}
      />
      {wards.length === 0 ? null : (
        <Field label={t('ward')} id="prisoners-ward">
          <Select
            id="prisoners-ward"
            value={filter.wardId ?? ''}
            options={[
              { value: '', label: t('everyWard') },
              ...wards.map(({ id, name }) => ({ value: id, label: label(name) })),
            ]}
            onChange={(wardId) => onChange({ ...filter, wardId: wardId || undefined })}
          />
        </Field>
      )}
      <Field label={t('state')} id="prisoners-state">
        <Select<CustodyState | 'any'>
          id="prisoners-state"
          value={filter.state ?? 'any'}
          options={[
            { value: 'any', label: t('stateAny') },
            ...custodyStates.map((value) => ({ value, label: label(custodyStateTexts[value]) })),
          ]}
          onChange={(state) => onChange({ ...filter, state: state === 'any' ? undefined : state })}
        />
      </Field>
      <Field label={t('barredOnly')} id="prisoners-barred">
        <Select
          id="prisoners-barred"
          value={filter.barred ?? false}
          options={[
            { value: false, label: t('barredAny') },
            { value: true, label: t('barredToday') },
          ]}
          onChange={(barred) => onChange({ ...filter, barred: barred || undefined })}
        />
      </Field>
    </search>
  );
}
