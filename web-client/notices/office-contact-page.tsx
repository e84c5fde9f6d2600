import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficeContactAnswer, OfficeContactBody } from '../../server/notices/schema.ts';
import { changeOfficeContact, readOfficeContact } from '../api/notices.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';

const key = ['office-contact'];

/** Where visitors ask: what stands at the end of every notice. */
export function OfficeContactPage() {
  const { t } = useTranslation('notices');
  const query = useQuery({ queryKey: key, queryFn: readOfficeContact });
  return (
    <>
      <PageHead title={t('contactTitle')} />
      <p className="quiet">{t('contactIntro')}</p>
      <Loaded query={query}>{(answer) => <ContactForm answer={answer} />}</Loaded>
    </>
  );
}

function ContactForm({ answer: { contact, actions } }: { answer: OfficeContactAnswer }) {
  const { t } = useTranslation('notices');
  const queries = useQueryClient();
  const [form] = Form.useForm<OfficeContactBody>();
  const save = useMutation({
    mutationFn: changeOfficeContact,
    onSuccess: (answer) => queries.setQueryData(key, answer),
  });
  useFieldErrors(form, save.error);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <Card className="panel">
      {contact === null ? (
        <Alert className="panel" type="warning" showIcon role="note" title={t('contactMissing')} />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        disabled={!actions.change.allowed}
        initialValues={contact ?? undefined}
        onFinish={save.mutate}
      >
        <Form.Item name="phone" label={t('contactPhone')} rules={needed}>
          <Input inputMode="tel" maxLength={40} />
        </Form.Item>
        <Form.Item name={['address', 'zh']} label={t('contactAddressZh')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={['address', 'en']} label={t('contactAddressEn')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={['hours', 'zh']} label={t('contactHoursZh')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['hours', 'en']} label={t('contactHoursEn')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <ProblemNotice error={save.error} />
        {save.isSuccess ? (
          <Alert className="panel" type="success" showIcon role="status" title={t('saved')} />
        ) : null}
        {actions.change.allowed ? (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        ) : null}
      </Form>
    </Card>
  );
}
