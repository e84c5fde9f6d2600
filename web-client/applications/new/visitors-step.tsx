import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { VisitorFields } from './visitor-fields.tsx';

/** More are refused by the server's rule; the form only keeps from typing for nothing. */
const most = 3;

export function VisitorsStep() {
  const { t } = useTranslation('applications');
  return (
    <Form.List name="visitors">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="visitor-block">
              <legend>
                {t('visitorNumber', { number: name + 1 })}
                {name === 0 ? ` · ${t('applicant')}` : ''}
              </legend>
              <VisitorFields name={name} />
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
  );
}
