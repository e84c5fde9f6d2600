import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Popconfirm, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type AssistanceRecord,
  type Attitude,
  attitudes,
  attitudeTexts,
  type SixMust,
  sixMusts,
  sixMustTexts,
} from '../../server/assistance/schema.ts';
import { writeRecord } from '../api/assistance.ts';
import { useLabel } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';

type Props = {
  visitId: string;
  /** The record that this one corrects; it stands in the fields to begin with. */
  corrects?: AssistanceRecord;
  onDone?: () => void;
  onCancel?: () => void;
};
type Values = { topics: string; sixMusts: SixMust[]; attitude: Attitude; followUp: string };

export function RecordForm({ visitId, corrects, onDone, onCancel }: Props) {
  const { t } = useTranslation('assistance');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const queryKey = ['assistance-records', visitId];
  const writing = useMutation({
    mutationFn: (values: Values) => writeRecord(visitId, { ...values, correctsId: corrects?.id ?? null }),
    onSuccess: (written) => {
      queries.setQueryData(queryKey, written);
      void queries.invalidateQueries({ queryKey: ['assistance-sessions'] });
      onDone?.();
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={corrects ?? { sixMusts: [] }}
      onFinish={writing.mutate}
      scrollToFirstError={{ focus: true }}
    >
      <ProblemNotice error={writing.error} />
      <Form.Item
        name="topics"
        label={t('topics')}
        rules={[{ required: true, whitespace: true, message: t('topicsNeeded') }]}
      >
        <Input.TextArea rows={6} maxLength={4000} showCount autoFocus />
      </Form.Item>
      <Form.Item name="sixMusts" label={t('sixMusts')}>
        <Checkbox.Group options={sixMusts.map((value) => ({ value, label: label(sixMustTexts[value]) }))} />
      </Form.Item>
      <Form.Item
        name="attitude"
        label={t('attitude')}
        rules={[{ required: true, message: t('attitudeNeeded') }]}
      >
        <Radio.Group options={attitudes.map((value) => ({ value, label: label(attitudeTexts[value]) }))} />
      </Form.Item>
      <Form.Item name="followUp" label={t('followUp')} extra={t('followUpHint')}>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
      <div className="row">
        <Popconfirm title={t('saveQuestion')} onConfirm={form.submit}>
          <Button type="primary" loading={writing.isPending}>
            {t('save')}
          </Button>
        </Popconfirm>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </Form>
  );
}
