import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
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
import { useRelationshipOptions } from './use-relationship-options.ts';

/** One visitor. Each field is checked when it is left, with the server's own schema. */
export function VisitorFields({ name }: { name: number }) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const form = Form.useFormInstance<FormValues>();
  const relationship: RelationshipCode | undefined = Form.useWatch(['visitors', name, 'relationship'], form);
  const number: string | undefined = Form.useWatch(['visitors', name, 'idNumber'], form);
  const relationshipOptions = useRelationshipOptions();
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
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('relationshipHint')}
          options={relationshipOptions}
        />
      </Form.Item>
      {relationship && relationships[relationship].forOrganisation ? (
        <Form.Item name={[name, 'organisation']} label={t('organisation')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      ) : null}
    </div>
  );
}
