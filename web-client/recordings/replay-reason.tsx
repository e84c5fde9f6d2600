import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { askReplay } from '../api/recordings.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';
import { recordingKey } from './recording-key.ts';

export function ReplayReason({ visitId }: { visitId: string }) {
  const { t } = useTranslation('recordings');
  const queries = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  useErrorsInLanguage(form);
  const asking = useMutation({
    mutationFn: ({ reason }: { reason: string }) => askReplay(visitId, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: recordingKey(visitId) }),
  });
  return (
    <Card title={t('reasonTitle')}>
      <p>{t('reasonHint')}</p>
      <ProblemNotice error={asking.error} />
      <Form form={form} layout="vertical" onFinish={asking.mutate}>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={asking.isPending}>
          {t('open')}
        </Button>
      </Form>
    </Card>
  );
}
