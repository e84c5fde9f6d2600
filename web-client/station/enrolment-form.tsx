import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { enrolmentCode } from '../../server/accounts/schema.ts';
import type { StationKind } from '../../server/edge/access.ts';
import { enrolThisDevice } from '../api/stations.ts';
import { ruleOf, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';

export function EnrolmentForm({ kind }: { kind: StationKind }) {
  const { t } = useTranslation('station');
  const queries = useQueryClient();
  const language = useLanguage();
  const [form] = Form.useForm<{ code: string }>();
  useErrorsInLanguage(form);
  const enrolling = useMutation({
    mutationFn: ({ code }: { code: string }) => enrolThisDevice(code),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['station'] }),
  });
  const otherKind = enrolling.data && enrolling.data.kind !== kind ? enrolling.data.kind : null;
  return (
    <section className="station-enrolment">
      <h2>{t('enrolTitle')}</h2>
      <p>{t('enrolHint')}</p>
      <ProblemNotice error={enrolling.error} />
      {otherKind ? (
        <Alert
          type="warning"
          role="alert"
          title={t(otherKind === 'terminal' ? 'codeOfTerminal' : 'codeOfVisitRoom')}
        />
      ) : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={enrolling.mutate}>
        <Form.Item
          name="code"
          label={t('enrolCode')}
          validateTrigger="onSubmit"
          rules={[ruleOf(enrolmentCode, language)]}
        >
          <Input autoFocus autoComplete="off" className="enrolment-input" maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={enrolling.isPending}>
          {t('enrol')}
        </Button>
      </Form>
    </section>
  );
}
