import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Application, visitLanguages, visitLanguageTexts } from '../../server/applications/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { useLabel } from '../language/index.ts';
import './reviews.css';

/** What an approval can be bound to. Whether the rules allow it is for the server to say. */
export function ConditionFields({ application }: { application: Application }) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const exceptions = application.visitors.filter(({ exceptionReason }) => exceptionReason !== '');
  const applied = t('asApplied', { language: label(visitLanguageTexts[application.language]) });
  return (
    <fieldset className="condition-fields">
      <legend>{t('conditions')}</legend>
      {exceptions.length > 0 ? (
        <Form.Item name={['conditions', 'exceptionsFor']}>
          <Checkbox.Group
            className="stack"
            options={exceptions.map(({ id, name, relationship, exceptionReason }) => ({
              value: id,
              label: (
                <>
                  {t('exceptionFor', { name, relationship: label(relationships[relationship]) })}
                  <br />
                  <span className="quiet">{t('exceptionReason', { reason: exceptionReason })}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name={['conditions', 'durationMinutes']} label={t('durationMinutes')}>
        <InputNumber min={5} max={180} precision={0} />
      </Form.Item>
      <Form.Item name={['conditions', 'language']} label={t('conditionLanguage')}>
        <Select
          allowClear
          placeholder={applied}
          options={visitLanguages
            .filter((language) => language !== application.language)
            .map((value) => ({ value, label: label(visitLanguageTexts[value]) }))}
        />
      </Form.Item>
      <Form.Item name={['conditions', 'interpreterRequired']} valuePropName="checked">
        <Checkbox>{t('interpreterRequired')}</Checkbox>
      </Form.Item>
      <Form.Item name={['conditions', 'interpreter']} label={t('interpreterName')}>
        <Input maxLength={100} />
      </Form.Item>
    </fieldset>
  );
}
