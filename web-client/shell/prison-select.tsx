import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';
import { Field } from './field.tsx';
import { useStaff } from './use-session.ts';

type Props = { id: string; prisonId: string | undefined; onChange(prisonId: string | undefined): void };

/** A filter by prison; the staff of a prison see their own only, so it is not shown to them. */
export function PrisonSelect({ id, prisonId, onChange }: Props) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const { prison } = useStaff();
  const places = usePlaces();
  if (prison !== null) return null;
  const prisons = places.data?.prisons ?? [];
  return (
    <Field label={t('prison')} id={id}>
      <Select
        id={id}
        value={prisonId ?? ''}
        options={[
          { value: '', label: t('everyPrison') },
          ...prisons.map(({ id: value, name }) => ({ value, label: label(name) })),
        ]}
        onChange={(value) => onChange(value === '' ? undefined : value)}
      />
    </Field>
  );
}
