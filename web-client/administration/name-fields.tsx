import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The name of a place, in both languages. */
export function NameFields() {
  const { t } = useTranslation('administration');
  const rules = [{ required: true, whitespace: true, message: t('nameNeeded') }];
  return (
    <>
      <Form.Item name={['name', 'zh']} label={t('nameZh')} rules={rules}>
        <Input maxLength={100} lang="zh-CN" />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('nameEn')} rules={rules}>
        <Input maxLength={100} lang="en" />
      </Form.Item>
    </>
  );
}
