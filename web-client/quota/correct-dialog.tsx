import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnSiteVisit } from '../../server/quota/schema.ts';
import { correctOnSite } from '../api/quota.ts';
import { dayInShanghai } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useQuotaChanged } from './use-quota-changed.ts';

type Values = { what: 'day' | 'none'; day?: string; remark: string };

export function CorrectDialog({ visit, onClose }: { visit: OnSiteVisit; onClose(): void }) {
  const { t } = useTranslation('quota');
  const [form] = Form.useForm<Values>();
  const what = Form.useWatch('what', form) ?? 'day';
  const changed = useQuotaChanged();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const send = async (values: Values) => {
    setSending(true);
    try {
      const day = values.what === 'none' ? null : (values.day ?? null);
      await changed(() => correctOnSite(visit.id, { day, remark: values.remark }));
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={t('correctTitle', { day: visit.day ?? '' })}
      okText={t('correct')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('correctHint')}</p>
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ what: 'day', day: visit.day ?? '' }}
        onFinish={send}
      >
        <Form.Item name="what" label={t('correctWhat')}>
          <Radio.Group
            options={[
              { value: 'day', label: t('anotherDay') },
              { value: 'none', label: t('noVisit') },
            ]}
          />
        </Form.Item>
        {what === 'day' ? (
          <Form.Item name="day" label={t('rightDay')} rules={[{ required: true, message: t('dayNeeded') }]}>
            <Input type="date" max={dayInShanghai(new Date())} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="remark"
          label={t('why')}
          rules={[{ required: true, whitespace: true, message: t('whyNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
