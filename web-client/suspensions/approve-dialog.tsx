import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproveBody, Suspension } from '../../server/suspensions/schema.ts';
import { approveSuspension } from '../api/suspensions.ts';
import { dayInShanghai } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useDecided } from './use-decided.ts';
import { usePeriod } from './use-period.ts';

/** From which day on the visitor may not visit; until when follows from the months that were proposed. */
export function ApproveDialog({ suspension, onClose }: { suspension: Suspension; onClose(): void }) {
  const { t } = useTranslation('suspensions');
  const [form] = Form.useForm<ApproveBody>();
  const decided = useDecided(suspension.id);
  const sayPeriod = usePeriod();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const today = dayInShanghai(new Date());
  const send = async ({ from, note = '' }: ApproveBody) => {
    setSending(true);
    try {
      await decided(() => approveSuspension(suspension.id, { from, note }));
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={t('approveTitle', { number: suspension.number })}
      okText={t('approve')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>
        <strong>
          {suspension.visitor.name} · {sayPeriod(suspension)}
        </strong>
      </p>
      <p>{t('approveHint')}</p>
      <ProblemNotice error={error} />
      <Form form={form} layout="vertical" initialValues={{ from: today }} onFinish={send}>
        <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('fromNeeded') }]}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
