import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { dayInShanghai } from '../language/index.ts';
import { PreviewedDialog } from './previewed-dialog.tsx';

type Props = {
  title: string;
  preview(lastDay: string): Promise<CalendarPreview>;
  save(lastDay: string): Promise<unknown>;
  onClose(): void;
};

/** On which day something is held for the last time. */
export function EndDialog({ title, preview, save, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<{ lastDay: string }>();
  return (
    <PreviewedDialog<string> title={title} formId="end" preview={preview} save={save} onClose={onClose}>
      {(ask) => (
        <Form<{ lastDay: string }>
          id="end"
          form={form}
          layout="vertical"
          initialValues={{ lastDay: dayInShanghai(new Date()) }}
          onFinish={({ lastDay }) => ask(lastDay)}
        >
          <Form.Item
            name="lastDay"
            label={t('validTo')}
            extra={t('endHint')}
            rules={[{ required: true, message: t('dateNeeded') }]}
          >
            <Input type="date" />
          </Form.Item>
        </Form>
      )}
    </PreviewedDialog>
  );
}
