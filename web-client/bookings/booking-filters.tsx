import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type BookingState, bookingStates, bookingStateTexts } from '../../server/bookings/schema.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';

export type BookingsFilter = {
  from: string;
  to: string;
  prisonId?: string;
  state?: BookingState;
  needsReview?: boolean;
};
type Props = { filter: BookingsFilter; onChange(filter: BookingsFilter): void };

export function BookingFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  return (
    <search className="filters no-print">
      <Field label={t('from')} id="bookings-from">
        <Input
          id="bookings-from"
          type="date"
          value={filter.from}
          onChange={({ target }) => onChange({ ...filter, from: target.value })}
        />
      </Field>
      <Field label={t('to')} id="bookings-to">
        <Input
          id="bookings-to"
          type="date"
          value={filter.to}
          onChange={({ target }) => onChange({ ...filter, to: target.value })}
        />
      </Field>
      <PrisonSelect
        id="bookings-prison"
        prisonId={filter.prisonId}
        onChange={(prisonId) => onChange({ ...filter, prisonId })}
      />
      <Field label={t('state')} id="bookings-state">
        <Select<BookingState | 'any'>
          id="bookings-state"
          value={filter.state ?? 'any'}
          options={[
            { value: 'any', label: t('stateAny') },
            ...bookingStates.map((value) => ({ value, label: label(bookingStateTexts[value]) })),
          ]}
          onChange={(state) => onChange({ ...filter, state: state === 'any' ? undefined : state })}
        />
      </Field>
      <Field label={t('review')} id="bookings-review">
        <Select
          id="bookings-review"
          value={filter.needsReview ?? false}
          options={[
            { value: false, label: t('reviewAny') },
            { value: true, label: t('needsReview') },
          ]}
          onChange={(needsReview) => onChange({ ...filter, needsReview: needsReview || undefined })}
        />
      </Field>
    </search>
  );
}
