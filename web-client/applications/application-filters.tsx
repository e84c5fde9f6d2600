import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApplicationState, applicationStates, stateTexts } from '../../server/applications/schema.ts';
import type { Role } from '../../server/edge/access.ts';
import { useLabel } from '../language/index.ts';
import { Field } from '../shell/field.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { useStaff } from '../shell/use-session.ts';
import { type ApplicationFilter, type Mark, marks } from './use-application-filter.ts';

const markTexts = {
  overdue: 'onlyOverdue',
  dueToday: 'onlyDueToday',
  unanswered: 'onlyUnanswered',
  halfDone: 'onlyHalfDone',
} as const satisfies Record<Mark, string>;

/** Who has decisions to leave half made. */
const reviewers: readonly Role[] = ['district_officer', 'district_supervisor', 'prison_approver'];

type Props = { filter: ApplicationFilter; onChange(filter: ApplicationFilter): void };

export function ApplicationFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const { role } = useStaff();
  const isOffered = (mark: Mark) => mark !== 'halfDone' || reviewers.includes(role);
  const states = [
    { value: 'open' as const, label: t('stateOpen') },
    { value: 'any' as const, label: t('stateAny') },
    { value: 'supplement' as const, label: t('stateSupplement') },
    ...applicationStates.map((state) => ({ value: state, label: label(stateTexts[state]) })),
  ];
  return (
    <search className="filters no-print">
      <Field label={t('state')} id="filter-state">
        <Select<ApplicationState | 'open' | 'supplement' | 'any'>
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
      {marks.filter(isOffered).map((mark) => (
        <Checkbox
          key={mark}
          checked={filter[mark] ?? false}
          onChange={({ target }) => onChange({ ...filter, [mark]: target.checked ? true : undefined })}
        >
          {t(markTexts[mark])}
        </Checkbox>
      ))}
    </search>
  );
}
