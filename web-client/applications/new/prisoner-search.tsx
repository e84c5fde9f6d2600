import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prisoner } from '../../../server/people/schema.ts';
import { searchPrisoners } from '../../api/people.ts';
import { usePlaces } from '../../api/places.ts';
import { useLabel } from '../../language/index.ts';
import type { ChosenPrisoner } from './form-values.ts';

type Props = { id?: string; value?: ChosenPrisoner; onChange?: (chosen: ChosenPrisoner) => void };

/** Finds a prisoner by the beginning of the number or name; all by keyboard. */
export function PrisonerSearch({ id, value, onChange }: Props) {
  const { t } = useTranslation('applications');
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['prisoners', search],
    queryFn: () => searchPrisoners(search),
    enabled: search.length >= 2,
    placeholderData: (previous) => previous,
  });
  const describe = useDescribe();
  const options = (found.data ?? []).map((prisoner) => ({
    value: prisoner.id,
    label: describe(prisoner),
    // No application for somebody who is gone is accepted; for somebody who is barred for a time it is.
    disabled: prisoner.against?.gone,
  }));
  return (
    <Select
      id={id}
      labelInValue
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setText }}
      autoFocus
      options={options}
      loading={found.isFetching}
      placeholder={t('prisonerHint')}
      notFoundContent={search.length >= 2 && !found.isFetching ? t('prisonerNone') : t('prisonerHint')}
    />
  );
}

/** `10234 王建国 · 白茅岭监狱 · 三监区`. Number first: it tells apart two of one name. */
function useDescribe(): (prisoner: Prisoner) => string {
  const label = useLabel();
  const places = usePlaces();
  return ({ number, name, prisonId, wardId, against }) => {
    const prison = places.data?.prisons.find(({ id }) => id === prisonId);
    const ward = prison?.wards.find(({ id }) => id === wardId);
    const where = [prison?.name, ward?.name].filter((place) => place !== undefined).map(label);
    return [`${number} ${name}`, ...where, ...(against ? [against.text] : [])].join(' · ');
  };
}
