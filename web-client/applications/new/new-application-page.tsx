import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { submitApplication } from '../../api/applications.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../../shell/use-errors-in-language.ts';
import { keepQueryCode } from '../query-codes.ts';
import { CaseStep } from './case-step.tsx';
import { CheckStep } from './check-step.tsx';
import { bodyOf, emptyForm, type FormValues, formField, stepOf, steps } from './form-values.ts';
import { NeedsStep } from './needs-step.tsx';
import { VisitorsStep } from './visitors-step.tsx';

const stepPanels = [CaseStep, VisitorsStep, NeedsStep, CheckStep];
const last = steps.length - 1;

/** Takes in an application at the counter. Enter goes on, the last step sends. */
export function NewApplicationPage() {
  const { t } = useTranslation('applications');
  const [form] = Form.useForm<FormValues>();
  const [step, setStep] = useState(0);
  useErrorsInLanguage(form);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (values: FormValues) => submitApplication(bodyOf(values)),
    onSuccess: ({ id, queryCode }) => {
      keepQueryCode(queries, id, queryCode);
      return navigate(`/applications/${id}/documents`);
    },
    onError(error) {
      const faults = fieldErrorsOf(error);
      form.setFields(
        faults.map(({ field, message }) => ({ name: formField(field) as never, errors: [message] })),
      );
      const first = faults[0] && formField(faults[0].field)[0];
      if (first !== undefined) setStep(stepOf(String(first)));
    },
  });
  const finishStep = () => (step < last ? setStep(step + 1) : sending.mutate(form.getFieldsValue(true)));
  const Panel = stepPanels[step] ?? CheckStep;
  return (
    <>
      <PageHead title={t('newTitle')} />
      <Steps current={step} items={steps.map((name) => ({ title: t(name) }))} className="panel" />
      <ProblemNotice error={sending.error} />
      <Card>
        <Form
          form={form}
          layout="vertical"
          initialValues={emptyForm}
          // Values of steps that are not shown stay in the form.
          preserve
          onFinish={finishStep}
          scrollToFirstError={{ focus: true }}
        >
          <Panel key={step} />
          <div className="step-buttons">
            <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
              {t('previous')}
            </Button>
            <Button type="primary" htmlType="submit" loading={sending.isPending}>
              {t(step < last ? 'next' : 'submit')}
            </Button>
          </div>
        </Form>
      </Card>
    </>
  );
}
