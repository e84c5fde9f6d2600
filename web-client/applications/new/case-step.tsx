import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  applicationKinds,
  applicationOrigins,
  kindTexts,
  originTexts,
} from '../../../server/applications/schema.ts';
import { useLabel } from '../../language/index.ts';
import { PrisonerSearch } from './prisoner-search.tsx';

export function CaseStep() {
  const { t } = useTranslation('applications');
  const label = useLabel();
  return (
    <>
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group options={applicationKinds.map((value) => ({ value, label: label(kindTexts[value]) }))} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="origin" label={t('origin')}>
          <Select
            options={applicationOrigins.map((value) => ({ value, label: label(originTexts[value]) }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="prisoner"
        label={t('prisoner')}
        rules={[{ required: true, message: t('prisonerNeeded') }]}
      >
        <PrisonerSearch />
      </Form.Item>
    </>
  );
}
