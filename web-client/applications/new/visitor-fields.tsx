import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormRules } from '../../../server/applications/form-schema.ts';
import {
  idNumber,
  personName,
  phone,
  type RelationshipCode,
  relationships,
} from '../../../server/people/schema.ts';
import { ruleOf, useLanguage } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';
import { IdNumberHint } from './id-number-hint.tsx';
import { RelationshipHint } from './relationship-hint.tsx';
import { useRelationshipOptions } from './use-relationship-options.ts';

/** One visitor. Each field is checked when it is left, with the server's own schema. */
export function VisitorFields({ name, rules }: { name: number; rules: FormRules | undefined }) {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const language = useLanguage();
  const form = Form.useFormInstance<FormValues>();
  const relationship: RelationshipCode | undefined = Form.useWatch(['visitors', name, 'relationship'], form);
  const number: string | undefined = Form.useWatch(['visitors', name, 'idNumber'], form);
  const relationshipOptions = useRelationshipOptions(rules);
  const taken = rules?.relationships.find(({ code }) => code === relationship);
  return (
    <div className="form-grid">
      <Form.Item
        name={[name, 'name']}
        label={t('name')}
        required
        validateTrigger="onBlur"
        rules={[ruleOf(personName, language)]}
      >
        <Input autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name={[name, 'idNumber']}
        label={t('idNumber')}
        required
        validateTrigger="onBlur"
        rules={[ruleOf(idNumber, language)]}
        extra={<IdNumberHint idNumber={number} />}
      >
        <Input autoComplete="off" maxLength={24} />
      </Form.Item>
      <Form.Item
        name={[name, 'phone']}
        label={t('phone')}
        required
        validateTrigger="onBlur"
        rules={[ruleOf(phone, language)]}
      >
        <Input autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item
        name={[name, 'relationship']}
        label={t('relationship')}
        rules={[{ required: true, message: t('relationshipNeeded') }]}
        extra={<RelationshipHint idNumber={number} relationship={relationship} taken={taken} />}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('relationshipHint')}
          options={relationshipOptions}
        />
      </Form.Item>
      {relationship && relationships[relationship].forOrganisation ? (
        <Form.Item
          name={[name, 'organisation']}
          label={t('organisation')}
          extra={tCounter('organisationPapers')}
          rules={[{ required: true, whitespace: true, message: tCounter('organisationNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      ) : null}
      {taken?.taken === 'by_exception' ? (
        <Form.Item
          name={[name, 'exceptionReason']}
          label={tCounter('exceptionReason')}
          rules={[{ required: true, whitespace: true, message: tCounter('exceptionReasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      ) : null}
    </div>
  );
}
