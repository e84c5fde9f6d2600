import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  mobilityNeedCodes,
  mobilityNeedTexts,
  priorityReasons,
  priorityReasonTexts,
  type VisitLanguage,
  visitLanguages,
  visitLanguageTexts,
} from '../../../server/applications/schema.ts';
import { useLabel } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';
import { useFormRules } from './use-form-rules.ts';

export function NeedsStep() {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const label = useLabel();
  const form = Form.useFormInstance<FormValues>();
  const language: VisitLanguage | undefined = Form.useWatch('language', form);
  const rules = useFormRules();
  const needsInterpreter =
    language !== undefined && rules !== undefined && !rules.languages.includes(language);
  return (
    <>
      <div className="form-grid">
        <Form.Item name="language" label={t('language')}>
          <Select
            autoFocus
            options={visitLanguages.map((value) => ({ value, label: label(visitLanguageTexts[value]) }))}
          />
        </Form.Item>
        <Form.Item
          name="interpreter"
          label={t('interpreter')}
          extra={t('interpreterHint')}
          rules={
            needsInterpreter
              ? [{ required: true, whitespace: true, message: tCounter('interpreterNeeded') }]
              : []
          }
        >
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="mobilityNeeds" label={t('mobilityNeeds')}>
        <Checkbox.Group
          options={mobilityNeedCodes.map((value) => ({ value, label: label(mobilityNeedTexts[value]) }))}
        />
      </Form.Item>
      <Form.Item
        name="priorityReasons"
        label={tCounter('priorityReasons')}
        extra={tCounter('priorityReasonsHint')}
      >
        <Checkbox.Group
          options={priorityReasons.map((value) => ({ value, label: label(priorityReasonTexts[value]) }))}
        />
      </Form.Item>
      <Form.Item name="wishes" label={t('wishes')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </>
  );
}
