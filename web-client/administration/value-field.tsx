import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Rule, ruleUnitTexts } from '../../server/rules/schema.ts';
import { useLabel } from '../language/index.ts';
import { type FieldValue, valueEntered } from './rule-value.ts';

/** The value of a new version: numbers are typed, yes or no is switched, codes are chosen. */
export function ValueField({ rule }: { rule: Rule }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const { bounds, options } = rule;
  const unit = label(ruleUnitTexts[rule.unit]);
  if (rule.unit === 'yes_no')
    return (
      <Form.Item name="value" label={t('value')} valuePropName="checked">
        <Switch checkedChildren={t('yes')} unCheckedChildren={t('no')} />
      </Form.Item>
    );
  const mustBeAValue = (message: string) => ({
    async validator(_rule: unknown, entered: FieldValue) {
      if (valueEntered(entered, rule) === undefined) throw new Error(message);
    },
  });
  if (bounds === null)
    return (
      <Form.Item
        name="value"
        label={t('value')}
        extra={t('codesHint')}
        rules={[mustBeAValue(t('codesNeeded'))]}
      >
        <Select
          mode="multiple"
          allowClear
          optionFilterProp="label"
          options={options.map(({ code, text }) => ({ value: code, label: label(text) }))}
        />
      </Form.Item>
    );
  return (
    <Form.Item
      name="value"
      label={t('value')}
      extra={
        bounds.listOf === null
          ? t('valueBounds', { ...bounds, unit })
          : t('listBounds', { ...bounds, count: bounds.listOf, unit })
      }
      rules={[mustBeAValue(t('valueNeeded'))]}
    >
      <Input inputMode={bounds.listOf === null ? 'numeric' : 'text'} suffix={unit} />
    </Form.Item>
  );
}
