import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type QueryCodeReason, queryCodeReasonTexts } from '../../../server/applications/schema.ts';
import { renewQueryCode } from '../../api/applications.ts';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { useStaff } from '../../shell/use-session.ts';
import { keepQueryCode } from './query-codes.ts';

type Props = { applicationId: string; queryCode: string | undefined };

/** Says whether the code stands on the receipt, and makes another one for a reason. */
export function NewQueryCode({ applicationId, queryCode }: Props) {
  const { t } = useTranslation('applications');
  const { role } = useStaff();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (role !== 'district_officer') return null;
  const send = async (reason: QueryCodeReason) => {
    const { queryCode: fresh } = await renewQueryCode(applicationId, reason);
    keepQueryCode(queries, applicationId, fresh);
    await queries.invalidateQueries({ queryKey: ['receipt', applicationId] });
  };
  return (
    <>
      <Alert
        className="panel"
        type={queryCode ? 'success' : 'info'}
        role="status"
        title={t(queryCode ? 'codeOnReceipt' : 'codeNotShown')}
        action={<Button onClick={() => setAsking(true)}>{t('newCode')}</Button>}
      />
      {asking ? (
        <ReasonDialog<QueryCodeReason>
          title={t('newCode')}
          hint={t('newCodeHint')}
          reasons={{
            label: t('newCodeReason'),
            needed: t('newCodeReasonNeeded'),
            field: 'reason',
            texts: queryCodeReasonTexts,
          }}
          okText={t('newCode')}
          send={({ code }) => send(code as QueryCodeReason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
