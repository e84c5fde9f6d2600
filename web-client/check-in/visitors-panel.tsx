import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Card, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CheckIn, IdentityMethod } from '../../server/check-in/schema.ts';
import { checkInVisitors } from '../api/check-in.ts';
import { sayTime, useLanguage } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useErrorsInLanguage } from '../shell/use-errors-in-language.ts';
import { checkInKey } from './check-in-key.ts';
import { Undertaking } from './undertaking.tsx';
import { VisitorCheck } from './visitor-check.tsx';

type Values = Record<string, { method?: IdentityMethod; signed?: boolean }>;

/** Every visitor's identity and signed undertaking, confirmed together. */
export function VisitorsPanel({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const language = useLanguage();
  const queries = useQueryClient();
  const open = checkIn.visitors.filter(
    ({ identityCheck, undertaking, adult }) => !identityCheck || (adult && !undertaking),
  );
  const confirming = useMutation({
    mutationFn: (values: Values) =>
      checkInVisitors(checkIn.visitId, {
        textVersion: checkIn.undertaking.version,
        visitors: open.map(({ id }) => ({
          visitorId: id,
          method: values[id]?.method ?? 'id_card_seen',
          undertakingSigned: values[id]?.signed ?? false,
        })),
      }),
    onSuccess: (next) => queries.setQueryData(checkInKey(checkIn.visitId), next),
  });
  const [form] = Form.useForm<Values>();
  useErrorsInLanguage(form);
  const time = (moment: string) => sayTime(moment, 'time', language);
  return (
    <Card title={t('visitorsTitle')} className="panel" extra={<Undertaking checkIn={checkIn} />}>
      <p className="quiet">
        {t('opensAt', { time: time(checkIn.opensAt) })} ·{' '}
        {t('visitorsUntil', { time: time(checkIn.visitorsUntil) })}
      </p>
      <ProblemNotice error={confirming.error} />
      {/* A key that was turned back asks anew: what was entered before is gone. */}
      <Form form={form} preserve={false} layout="vertical" onFinish={confirming.mutate}>
        {checkIn.visitors.map((visitor) => (
          <VisitorCheck
            key={visitor.id}
            visitor={visitor}
            editable={checkIn.actions.checkInVisitors.allowed && open.includes(visitor)}
          />
        ))}
        {open.length > 0 ? (
          <ActionButton
            action={checkIn.actions.checkInVisitors}
            type="primary"
            htmlType="submit"
            loading={confirming.isPending}
          >
            {t('confirmVisitors')}
          </ActionButton>
        ) : null}
      </Form>
    </Card>
  );
}
