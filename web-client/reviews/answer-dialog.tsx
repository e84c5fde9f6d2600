import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import {
  type AnswerChannel,
  answerChannels,
  answerChannelTexts,
} from '../../server/reviews/answer-schema.ts';
import { recordAnswer } from '../api/reviews.ts';
import { momentOfShanghai, useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';

type Values = { channel: AnswerChannel; toldAt?: string };
type Props = { application: Application; onClose(): void };

/** Records that the applicant was told what was decided: how, and when if it was not just now. */
export function AnswerDialog({ application: { id, version }, onClose }: Props) {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const recording = useMutation({
    mutationFn: ({ channel, toldAt }: Values) =>
      recordAnswer(id, { version, channel, ...(toldAt && { toldAt: momentOfShanghai(toldAt) }) }),
    onSuccess(changed) {
      queries.setQueryData(['application', id], changed);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      onClose();
    },
    // Somebody else may have been faster: the page behind shows how it stands now.
    onError: () => void queries.invalidateQueries({ queryKey: ['application', id] }),
  });
  useFieldErrors(form, recording.error);
  useErrorsInLanguage(form);
  return (
    <Dialog
      title={t('answerTitle')}
      okText={t('recordAnswer')}
      okButtonProps={{ loading: recording.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('answerHint')}</p>
      <ProblemNotice error={recording.error} />
      <Form form={form} layout="vertical" onFinish={recording.mutate}>
        <Form.Item
          name="channel"
          label={t('channel')}
          rules={[{ required: true, message: t('channelNeeded') }]}
        >
          <Select
            options={answerChannels.map((value) => ({ value, label: label(answerChannelTexts[value]) }))}
          />
        </Form.Item>
        <Form.Item name="toldAt" label={t('toldAt')} extra={t('toldAtHint')}>
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
