import { Checkbox, Form, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CheckInVisitor, identityMethods, identityMethodTexts } from '../../server/check-in/schema.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { RelationshipName } from './relationship-name.tsx';

export function VisitorCheck({ visitor, editable }: { visitor: CheckInVisitor; editable: boolean }) {
  const { t } = useTranslation('checkIn');
  const label = useLabel();
  const language = useLanguage();
  const { id, name, identityCheck, undertaking, adult } = visitor;
  return (
    <fieldset className="visitor-block">
      <legend>
        {name} · <RelationshipName code={visitor.relationship} />
      </legend>
      <p>
        {t('idNumber', { number: visitor.idNumberMasked })}{' '}
        {adult ? null : <Tag color="warning">{t('minor')}</Tag>}
      </p>
      {identityCheck ? (
        <p>
          ✓ {label(identityMethodTexts[identityCheck.method])} ·{' '}
          {t('checkedBy', {
            by: identityCheck.by.name,
            time: sayTime(identityCheck.at, 'time', language),
          })}
        </p>
      ) : null}
      {undertaking ? (
        <p>✓ {t('signedAt', { time: sayTime(undertaking.signedAt, 'time', language) })}</p>
      ) : null}
      {editable ? (
        <>
          <Form.Item
            name={[id, 'method']}
            label={t('method', { name })}
            rules={[{ required: true, message: t('methodNeeded') }]}
          >
            <Select
              options={identityMethods.map((value) => ({ value, label: label(identityMethodTexts[value]) }))}
            />
          </Form.Item>
          {adult ? (
            <Form.Item name={[id, 'signed']} valuePropName="checked">
              <Checkbox>{t('signed', { name })}</Checkbox>
            </Form.Item>
          ) : null}
        </>
      ) : null}
    </fieldset>
  );
}
