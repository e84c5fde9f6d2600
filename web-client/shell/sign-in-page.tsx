import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { forgetAllBut } from '../api/queries.ts';
import { signIn } from '../api/session.ts';
import { LanguageSwitch } from '../language/index.ts';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useErrorsInLanguage } from './use-errors-in-language.ts';
import { sessionKey } from './use-session.ts';
import { useTitle } from './use-title.ts';

type Credentials = { username: string; password: string };

export function SignInPage() {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  useTitle(t('signInTitle'));
  useErrorsInLanguage(form);
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: (staff) => {
      // Nothing that an earlier user of this browser has read may stay.
      forgetAllBut(queries, sessionKey);
      queries.setQueryData(sessionKey, staff);
    },
  });
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <div className="sign-in-head">
          <div>
            <div className="quiet">{t('officeName')}</div>
            <div className="system-name">{t('systemName')}</div>
          </div>
          <LanguageSwitch />
        </div>
        <h1>{t('signInTitle')}</h1>
        <ProblemNotice error={entering.error} />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={entering.mutate}>
          <Form.Item name="username" label={t('username')} rules={[{ required: true }]}>
            <Input autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={entering.isPending}>
            {t('signIn')}
          </Button>
        </Form>
        <DemonstrationAccounts onChoose={(credentials) => form.setFieldsValue(credentials)} />
        <nav className="sign-in-links">
          <a href="/visit-room">{t('visitRoomLink')}</a>
          <a href="/terminal/">{t('terminalLink')}</a>
        </nav>
      </Card>
    </main>
  );
}
