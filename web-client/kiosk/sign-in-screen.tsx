import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryCode } from '../../server/kiosk/schema.ts';
import { idNumber } from '../../server/people/schema.ts';
import { signInRelative } from '../api/kiosk.ts';
import { forgetAllBut } from '../api/queries.ts';
import { ruleOf, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { relativeKey } from './use-relative.ts';
import { WithoutReceipt } from './without-receipt.tsx';

type Credentials = { idNumber: string; queryCode: string };
type Props = { timedOut: boolean; onSignedIn(): void };

export function SignInScreen({ timedOut, onSignedIn }: Props) {
  const { t } = useTranslation('kiosk');
  const language = useLanguage();
  const queries = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  const [withoutReceipt, setWithoutReceipt] = useState(false);
  useErrorsInLanguage(form);
  const entering = useMutation({
    mutationFn: signInRelative,
    onSuccess: (relative) => {
      forgetAllBut(queries, relativeKey);
      queries.setQueryData(relativeKey, relative);
      onSignedIn();
    },
  });
  useFieldErrors(form, entering.error);
  if (withoutReceipt) return <WithoutReceipt onBack={() => setWithoutReceipt(false)} />;
  return (
    <section className="kiosk-narrow">
      <h1>{t('signInTitle')}</h1>
      {timedOut ? <Alert className="notice" type="info" role="status" title={t('timedOut')} /> : null}
      <p>{t('signInHint')}</p>
      <ProblemNotice error={entering.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={entering.mutate}>
        <Form.Item
          name="idNumber"
          label={t('idNumber')}
          validateTrigger="onSubmit"
          rules={[ruleOf(idNumber, language)]}
        >
          <Input autoFocus autoComplete="off" className="kiosk-typed" maxLength={24} />
        </Form.Item>
        <Form.Item
          name="queryCode"
          label={t('queryCode')}
          extra={t('queryCodeHint')}
          validateTrigger="onSubmit"
          rules={[ruleOf(queryCode, language)]}
        >
          <Input autoComplete="off" className="kiosk-typed" maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          {t('signIn')}
        </Button>
      </Form>
      <Button block className="kiosk-second" onClick={() => setWithoutReceipt(true)}>
        {t('withoutReceipt')}
      </Button>
    </section>
  );
}
