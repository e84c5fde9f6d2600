import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleChange, RuleScope } from '../../server/rules/schema.ts';
import { dayInShanghai } from '../language/index.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { type FieldValue, fieldValueOf, valueEntered } from './rule-value.ts';
import { ScopeFields } from './scope-fields.tsx';
import { ValueField } from './value-field.tsx';

type RuleFormValues = {
  value: FieldValue;
  scope: Partial<RuleScope>;
  source: string;
  effectiveFrom: string;
  /** Empty if the version has no end. */
  lastDay: string;
  confirmed: boolean;
};

/** The button that sends the form stands outside of it. */
export const ruleFormId = 'rule-version';

type Props = {
  rule: Rule;
  /** What the server found wrong. */
  error: unknown;
  onAsk(change: RuleChange): void;
};

/** What a new version says; Enter asks for the preview. */
export function RuleForm({ rule, error, onAsk }: Props) {
  const { t } = useTranslation('administration');
  const [form] = Form.useForm<RuleFormValues>();
  useFieldErrors(form, error);
  const today = dayInShanghai(new Date());
  const inForce = rule.versions.find(
    ({ standing, scope }) => standing === 'in_force' && scope.kind === 'all',
  );
  return (
    <Form<RuleFormValues>
      id={ruleFormId}
      form={form}
      layout="vertical"
      // What is wrong is said at the field in the language of the page, not by the browser in its own.
      noValidate
      initialValues={{
        value: inForce ? fieldValueOf(inForce.value, rule) : '',
        scope: { kind: 'all' },
        source: '',
        effectiveFrom: dayInShanghai(new Date(), 1),
        lastDay: '',
        confirmed: false,
      }}
      onFinish={(values) => {
        const value = valueEntered(values.value, rule);
        const { kind = 'all', id = '' } = values.scope;
        if (value === undefined) return;
        onAsk({ ...values, key: rule.key, value, scope: { kind, id }, lastDay: values.lastDay || null });
      }}
    >
      <ValueField rule={rule} />
      <ScopeFields rule={rule} />
      <Form.Item
        name="effectiveFrom"
        label={t('effectiveFrom')}
        rules={[{ required: true, message: t('dateNeeded') }]}
      >
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label={t('lastDay')}
        extra={t('lastDayHint')}
        dependencies={['effectiveFrom']}
        rules={[
          ({ getFieldValue }) => ({
            async validator(_rule, lastDay: string) {
              if (lastDay && lastDay < getFieldValue('effectiveFrom')) throw new Error(t('lastDayTooEarly'));
            },
          }),
        ]}
      >
        <Input type="date" min={today} allowClear />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('source')}
        extra={t('sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('sourceNeeded') }]}
      >
        <Input maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="confirmed" valuePropName="checked">
        <Checkbox>{t('confirmedByBureau')}</Checkbox>
      </Form.Item>
    </Form>
  );
}
