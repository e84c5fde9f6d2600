import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInBody } from '../../server/accounts/schema.ts';
import { ProblemError } from '../api/problem.ts';
import { forgetAllBut } from '../api/queries.ts';
import { signIn } from '../api/session.ts';
import { LanguageSwitch } from '../language/index.ts';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useErrorsInLanguage } from './use-errors-in-language.ts';
import { sessionKey } from './use-session.ts';
import { useTitle } from './use-title.ts';

type Credentials = SignInBody & { newPasswordAgain?: string };

export function SignInPage() {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  const [changing, setChanging] = useState(false);
  useTitle(t('signInTitle'));
  useErrorsInLanguage(form);
  const entering = useMutation({
    mutationFn: ({ username, password, newPassword }: Credentials) =>
      signIn({ username, password, ...(changing ? { newPassword } : {}) }),
    onError(error) {
      // A one-time password is replaced before anything else.
      if (error instanceof ProblemError && error.code === 'new_password_needed') setChanging(true);
    },
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
          {changing ? <NewPasswordFields /> : null}
          <Button type="primary" htmlType="submit" block loading={entering.isPending}>
            {t(changing ? 'changePassword' : 'signIn')}
          </Button>
          {changing ? null : (
            <Button type="link" block onClick={() => setChanging(true)}>
              {t('changePassword')}
            </Button>
          )}
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

/** A password of one's own, typed twice so that nobody shuts themselves out by a slip. */
function NewPasswordFields() {
  const { t } = useTranslation('shell');
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('newPassword')}
        extra={t('newPasswordHint')}
        rules={[{ required: true, min: 12, message: t('newPasswordNeeded') }]}
      >
        <Input.Password autoFocus autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="newPasswordAgain"
        label={t('newPasswordAgain')}
        dependencies={['newPassword']}
        rules={[
          ({ getFieldValue }) => ({
            async validator(_rule, again: string | undefined) {
              if (again !== getFieldValue('newPassword')) throw new Error(t('newPasswordDiffers'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
