import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ResidenceField } from './residence-field.tsx';
import { useFormRules } from './use-form-rules.ts';
import { VisitorFields } from './visitor-fields.tsx';

/** Where small children are not counted, more may come than the rule says; the server counts. */
const mostWithChildren = 10;

export function VisitorsStep() {
  const { t } = useTranslation('applications');
  const rules = useFormRules();
  const most = rules?.countedFromAge ? mostWithChildren : (rules?.maxVisitors ?? 1);
  return (
    <>
      {rules?.residenceRequired ? <ResidenceField /> : null}
      <Form.List name="visitors">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="visitor-block">
                <legend>
                  {t('visitorNumber', { number: name + 1 })}
                  {name === 0 ? ` · ${t('applicant')}` : ''}
                </legend>
                <VisitorFields name={name} rules={rules} />
                {fields.length > 1 ? (
                  <Form.Item>
                    <Button onClick={() => remove(name)}>{t('removeVisitor', { number: name + 1 })}</Button>
                  </Form.Item>
                ) : null}
              </fieldset>
            ))}
            {fields.length < most ? <Button onClick={() => add({})}>{t('addVisitor')}</Button> : null}
          </>
        )}
      </Form.List>
    </>
  );
}
