import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnSiteBody, QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { enterOnSite } from '../api/quota.ts';
import { dayInShanghai } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useQuotaChanged } from './use-quota-changed.ts';

export function OnSiteDialog({ quota, onClose }: { quota: QuotaOfPrisoner; onClose(): void }) {
  const { t } = useTranslation('quota');
  const [form] = Form.useForm<OnSiteBody>();
  const changed = useQuotaChanged();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const today = dayInShanghai(new Date());
  const send = async ({ day, remark = '' }: OnSiteBody) => {
    setSending(true);
    try {
      await changed(() => enterOnSite(quota.prisoner.id, { day, remark }));
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={t('enter')}
      okText={t('enter')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('enterHint')}</p>
      <ProblemNotice error={error} />
      <Form form={form} layout="vertical" initialValues={{ day: today }} onFinish={send}>
        <Form.Item name="day" label={t('day')} rules={[{ required: true, message: t('dayNeeded') }]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="remark" label={t('remark')}>
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
