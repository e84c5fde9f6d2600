import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Steps } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Draft, DraftContent } from '../../../server/application-drafts/schema.ts';
import { submitApplication } from '../../api/applications.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../../shell/use-errors-in-language.ts';
import { DraftStatus } from '../drafts/draft-status.tsx';
import { useAutosave } from '../drafts/use-autosave.ts';
import { keepQueryCode } from '../receipt/query-codes.ts';
import { CaseStep } from './case-step.tsx';
import { CheckStep } from './check-step.tsx';
import {
  bodyOf,
  emptyForm,
  type FormValues,
  formField,
  isWorthKeeping,
  stepOf,
  steps,
} from './form-values.ts';
import { NeedsStep } from './needs-step.tsx';
import { VisitorsStep } from './visitors-step.tsx';

const stepPanels = [CaseStep, VisitorsStep, NeedsStep, CheckStep];
const last = steps.length - 1;

/** The steps of an application. Enter goes on, the last step sends; what is typed is saved by itself meanwhile. */
export function ApplicationForm({ draft }: { draft: Draft | undefined }) {
  const { t } = useTranslation('applications');
  const [form] = Form.useForm<FormValues>();
  const [step, setStep] = useState(Math.min(draft?.content.step ?? 0, last));
  useErrorsInLanguage(form);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [, setParams] = useSearchParams();
  // A page that is loaded again goes on with the draft.
  const onFirstSaved = useCallback((id: string) => setParams({ draft: id }, { replace: true }), [setParams]);
  const autosave = useAutosave(draft, onFirstSaved);
  const keep = (atStep: number) => {
    const values = form.getFieldsValue(true) as FormValues;
    if (draft || autosave.savedAt || isWorthKeeping(values)) {
      autosave.changed({ step: atStep, values: values as unknown as DraftContent['values'] });
    }
  };
  const goTo = (next: number) => {
    setStep(next);
    keep(next);
  };
  const sending = useMutation({
    mutationFn: async (values: FormValues) => {
      const saved = await autosave.finish();
      return submitApplication(bodyOf(values, saved?.id));
    },
    onSuccess: ({ id, queryCode }) => {
      keepQueryCode(queries, id, queryCode);
      return navigate(`/applications/${id}/documents`);
    },
    onError(error) {
      autosave.goOn();
      const faults = fieldErrorsOf(error);
      form.setFields(
        faults.map(({ field, message }) => ({ name: formField(field) as never, errors: [message] })),
      );
      const first = faults[0] && formField(faults[0].field)[0];
      if (first !== undefined) setStep(stepOf(String(first)));
    },
  });
  const finishStep = () => (step < last ? goTo(step + 1) : sending.mutate(form.getFieldsValue(true)));
  const Panel = stepPanels[step] ?? CheckStep;
  return (
    <>
      <Steps current={step} items={steps.map((name) => ({ title: t(name) }))} className="panel" />
      <ProblemNotice error={sending.error} />
      <Card>
        <Form
          form={form}
          layout="vertical"
          initialValues={draft ? { ...emptyForm, ...draft.content.values } : emptyForm}
          // Values of steps that are not shown stay in the form.
          preserve
          onValuesChange={() => keep(step)}
          onFinish={finishStep}
          scrollToFirstError={{ focus: true }}
        >
          <Panel key={step} />
          <div className="step-buttons">
            <Button disabled={step === 0} onClick={() => goTo(step - 1)}>
              {t('previous')}
            </Button>
            <Button type="primary" htmlType="submit" loading={sending.isPending}>
              {t(step < last ? 'next' : 'submit')}
            </Button>
          </div>
        </Form>
        <DraftStatus {...autosave} />
      </Card>
    </>
  );
}
