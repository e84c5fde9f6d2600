import { Alert, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  applicationKinds,
  counterOrigins,
  kindTexts,
  originTexts,
} from '../../../server/applications/schema.ts';
import { useLabel } from '../../language/index.ts';
import { PrisonerSearch } from './prisoner-search.tsx';
import { UrgencyFields } from './urgency-fields.tsx';
import { useFormRules } from './use-form-rules.ts';

export function CaseStep() {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const rules = useFormRules();
  return (
    <>
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group options={applicationKinds.map((value) => ({ value, label: label(kindTexts[value]) }))} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="origin" label={t('origin')}>
          <Select options={counterOrigins.map((value) => ({ value, label: label(originTexts[value]) }))} />
        </Form.Item>
      </div>
      <Form.Item
        name="prisoner"
        label={t('prisoner')}
        rules={[{ required: true, message: t('prisonerNeeded') }]}
      >
        <PrisonerSearch />
      </Form.Item>
      {rules && !rules.apply.allowed ? (
        <Alert className="panel" type="error" showIcon role="alert" title={rules.apply.reason} />
      ) : null}
      <UrgencyFields />
    </>
  );
}
