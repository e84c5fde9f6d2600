import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { categories, categoryTexts, grades, gradeTexts } from '../../server/people/schema.ts';
import { type Rule, type RuleScopeKind, ruleScopeTexts } from '../../server/rules/schema.ts';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';

/** For whom the new version holds: a kind of scope, and where there are several, which one. */
export function ScopeFields({ rule }: { rule: Rule }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const form = Form.useFormInstance();
  const kind: RuleScopeKind = Form.useWatch(['scope', 'kind'], form) ?? 'all';
  const options = useScopeOptions();
  return (
    <>
      <Form.Item name={['scope', 'kind']} label={t('scope')}>
        <Select
          options={rule.scopeKinds.map((value) => ({ value, label: label(ruleScopeTexts[value]) }))}
          onChange={() => form.setFieldValue(['scope', 'id'], undefined)}
        />
      </Form.Item>
      {kind === 'all' ? null : (
        <Form.Item
          name={['scope', 'id']}
          label={t('whichOne')}
          rules={[{ required: true, message: t('chooseOne') }]}
        >
          <Select options={options[kind]} />
        </Form.Item>
      )}
    </>
  );
}

function useScopeOptions(): Record<Exclude<RuleScopeKind, 'all'>, { value: string; label: string }[]> {
  const label = useLabel();
  const places = usePlaces();
  return {
    prison: (places.data?.prisons ?? []).map(({ id, name }) => ({ value: id, label: label(name) })),
    grade: grades.map((value) => ({ value, label: label(gradeTexts[value]) })),
    category: categories.map((value) => ({ value, label: label(categoryTexts[value]) })),
  };
}
