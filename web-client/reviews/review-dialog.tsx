import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { useLabel } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import type { ReviewKind, ReviewValues } from './review-kinds.ts';

type Props = { kind: ReviewKind; application: Application; onClose(): void };

/** Asks for the coded reason, where there has to be one, and sends the decision with the version that was read. */
export function ReviewDialog({ kind, application, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<ReviewValues>();
  const deciding = useMutation({
    mutationFn: (values: ReviewValues) => kind.decide(application, values),
    onSuccess(decided) {
      queries.setQueryData(['application', application.id], decided);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      onClose();
    },
    // Somebody else may have been faster: the page behind shows how it stands now.
    onError: () => queries.invalidateQueries({ queryKey: ['application', application.id] }),
  });
  useFieldErrors(form, deciding.error);
  return (
    <Modal
      open
      title={t(kind.name)}
      okText={t('send')}
      okButtonProps={{ danger: kind.danger, loading: deciding.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={deciding.error} />
      <Form form={form} layout="vertical" onFinish={deciding.mutate}>
        {kind.reasons ? (
          <Form.Item
            name="reasonCode"
            label={t('reason')}
            extra={t('reasonHint')}
            rules={[{ required: true, message: t('reasonNeeded') }]}
          >
            <Select
              autoFocus
              options={Object.entries(kind.reasons).map(([value, text]) => ({ value, label: label(text) }))}
            />
          </Form.Item>
        ) : null}
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
