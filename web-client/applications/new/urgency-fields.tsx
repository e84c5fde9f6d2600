import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  documentKindTexts,
  type Urgency,
  urgencies,
  urgencyProofs,
  urgencyTexts,
} from '../../../server/applications/schema.ts';
import { useLabel } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';

/** Rule 21b: why the visit cannot wait, and which paper has to prove it. */
export function UrgencyFields() {
  const { t } = useTranslation('counter');
  const label = useLabel();
  const form = Form.useFormInstance<FormValues>();
  const urgency: Urgency | undefined = Form.useWatch('urgency', form);
  return (
    <>
      <Form.Item name="urgency" label={t('urgency')}>
        <Radio.Group options={urgencies.map((value) => ({ value, label: label(urgencyTexts[value]) }))} />
      </Form.Item>
      {urgency !== undefined && urgency !== 'none' ? (
        <>
          <Alert
            className="panel"
            type="warning"
            showIcon
            role="note"
            title={t('urgencyProof', { paper: label(documentKindTexts[urgencyProofs[urgency]]) })}
          />
          <Form.Item
            name="urgencyReason"
            label={t('urgencyReason')}
            rules={[{ required: true, whitespace: true, message: t('urgencyReasonNeeded') }]}
          >
            <Input.TextArea rows={2} maxLength={500} showCount />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
