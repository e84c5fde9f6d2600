import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerBookSummary } from '../../server/ledger/page-schema.ts';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { kindTexts } from './kind-texts.ts';

/** Days are of Shanghai, both included. */
export type LedgerFilter = { bookId?: string; kind?: string; subject?: string; from?: string; to?: string };

type Props = { books: LedgerBookSummary[]; filter: LedgerFilter; onChange(filter: LedgerFilter): void };

export function LedgerFilters({ books, filter, onChange }: Props) {
  const { t } = useTranslation('ledger');
  const label = useLabel();
  const places = usePlaces();
  const nameOf = (bookId: string) => {
    const prison = places.data?.prisons.find(({ id }) => id === bookId);
    return prison ? label(prison.name) : bookId;
  };
  const kinds = Object.entries(kindTexts).map(([value, text]) => ({ value, label: label(text) }));
  return (
    <search className="filters no-print">
      <Field label={t('book')} id="ledger-book">
        <Select
          id="ledger-book"
          value={filter.bookId}
          options={books.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          onChange={(bookId) => onChange({ ...filter, bookId })}
        />
      </Field>
      <Field label={t('kind')} id="ledger-kind">
        <Select
          id="ledger-kind"
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.kind ?? ''}
          options={[{ value: '', label: t('kindAny') }, ...kinds]}
          onChange={(kind) => onChange({ ...filter, kind: kind === '' ? undefined : kind })}
        />
      </Field>
      <Field label={t('subject')} id="ledger-subject">
        <Input
          id="ledger-subject"
          allowClear
          placeholder={t('subjectHint')}
          value={filter.subject ?? ''}
          style={{ width: 300 }}
          onChange={({ target }) => onChange({ ...filter, subject: target.value.trim() || undefined })}
        />
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(end)} id={`ledger-${end}`}>
          <Input
            id={`ledger-${end}`}
            type="date"
            value={filter[end] ?? ''}
            onChange={({ target }) => onChange({ ...filter, [end]: target.value || undefined })}
          />
        </Field>
      ))}
    </search>
  );
}
