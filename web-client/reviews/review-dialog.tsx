import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { ConditionFields } from './condition-fields.tsx';
import { DraftLine } from './draft-line.tsx';
import type { ReviewKind, ReviewValues } from './review-kinds.ts';
import { useDraft, valuesOf } from './use-draft.ts';

type Props = { kind: ReviewKind; application: Application; onClose(): void };

/**
 * Asks for what a decision needs and sends it with the version that was read. What is entered is kept on the server all the
 * while: closing the dialog, or the browser, loses nothing, nor does somebody else who was faster.
 */
export function ReviewDialog({ kind, application, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<ReviewValues>();
  const [initial] = useState(() => valuesOf(application.draft, kind.name));
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const draft = useDraft(application.id, kind.name);
  useFieldErrors(form, error);
  useErrorsInLanguage(form);

  const send = async (values: ReviewValues) => {
    setSending(true);
    try {
      await draft.settle();
      queries.setQueryData(['application', application.id], await kind.decide(application, values));
      void queries.invalidateQueries({ queryKey: ['applications'] });
      onClose();
    } catch (thrown) {
      // Kept at once: the page behind shows how the application stands now, and the decision may not be possible any more.
      draft.keep(form.getFieldsValue());
      await draft.flush();
      void queries.invalidateQueries({ queryKey: ['application', application.id] });
      setError(thrown);
      setSending(false);
    }
  };
  const close = async () => {
    await draft.flush();
    onClose();
  };
  return (
    <Dialog
      title={t(kind.name)}
      okText={t('send')}
      cancelText={t('close')}
      okButtonProps={{ danger: kind.danger, loading: sending }}
      onOk={form.submit}
      onCancel={() => void close()}
    >
      {kind.reasons ? <p>{t('reasonHint')}</p> : null}
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onValuesChange={(_, values: ReviewValues) => draft.keep(values)}
        onFinish={(values) => void send(values)}
      >
        {kind.reasons ? (
          <Form.Item
            name="reasonCode"
            label={t('reason')}
            rules={[{ required: true, message: t('reasonNeeded') }]}
          >
            <Select
              options={Object.entries(kind.reasons).map(([value, text]) => ({ value, label: label(text) }))}
            />
          </Form.Item>
        ) : null}
        {kind.bindable ? <ConditionFields application={application} /> : null}
        <Form.Item name="note" label={t(kind.bindable ? 'noteForApplicant' : 'note')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
      <DraftLine state={draft.state} />
    </Dialog>
  );
}
