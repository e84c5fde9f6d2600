import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposeBody, SuspensionsOfVisit } from '../../server/suspensions/schema.ts';
import { stopReasons, stopReasonTexts } from '../../server/visits/codes.ts';
import { proposeSuspension } from '../api/suspensions.ts';
import { useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';

type Props = { visitId: string; ofVisit: SuspensionsOfVisit; onClose(): void };

export function ProposeDialog({ visitId, ofVisit, onClose }: Props) {
  const { t } = useTranslation('suspensions');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<ProposeBody>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useFieldErrors(form, error);
  const visitors = ofVisit.visitors.map(({ id, name, propose }) => ({
    value: id,
    label: propose.allowed ? name : `${name} · ${propose.reason}`,
    disabled: !propose.allowed,
  }));
  const { least, most } = ofVisit.months;
  const months = Array.from({ length: most - least + 1 }, (_, n) => least + n);
  const send = async (values: ProposeBody) => {
    setSending(true);
    try {
      const answer = await proposeSuspension(visitId, { ...values, note: values.note ?? '' });
      queries.setQueryData(['suspensions-of-visit', visitId], answer);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };
  return (
    <Dialog
      title={t('propose')}
      okText={t('propose')}
      okButtonProps={{ loading: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('proposeHint')}</p>
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ reasonCode: ofVisit.reasonCode ?? undefined, months: least }}
        onFinish={send}
      >
        <Form.Item
          name="visitorIds"
          label={t('visitor')}
          rules={[{ required: true, message: t('visitorsNeeded') }]}
        >
          <Checkbox.Group options={visitors} />
        </Form.Item>
        <Form.Item
          name="reasonCode"
          label={t('reason')}
          rules={[{ required: true, message: t('reasonNeeded') }]}
        >
          <Select options={stopReasons.map((value) => ({ value, label: label(stopReasonTexts[value]) }))} />
        </Form.Item>
        <Form.Item name="months" label={t('months')}>
          <Radio.Group options={months.map((value) => ({ value, label: String(value) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
