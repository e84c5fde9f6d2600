import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Residence, residences, residenceTexts } from '../../../server/applications/schema.ts';
import { useLabel } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';

/** Rule 3: whether this district is the applicant's, and where to go if it is not. */
export function ResidenceField() {
  const { t } = useTranslation('counter');
  const label = useLabel();
  const form = Form.useFormInstance<FormValues>();
  const residence: Residence | undefined = Form.useWatch('residence', form);
  return (
    <>
      <Form.Item name="residence" label={t('residence')}>
        <Radio.Group options={residences.map((value) => ({ value, label: label(residenceTexts[value]) }))} />
      </Form.Item>
      {residence === 'elsewhere' ? (
        <Alert className="panel" type="error" showIcon role="alert" title={t('residenceElsewhere')} />
      ) : null}
    </>
  );
}
