import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Application } from '../../server/applications/schema.ts';
import { resubmit, withdraw } from '../api/applications.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useStaff } from '../shell/use-session.ts';

/** What the counter does with a case. */
export function CaseActions({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { role } = useStaff();
  const queries = useQueryClient();
  const { id, version, actions, state } = application;
  const onSuccess = (changed: Application) => queries.setQueryData(['application', id], changed);
  const resubmitting = useMutation({ mutationFn: () => resubmit(id, version), onSuccess });
  const withdrawing = useMutation({ mutationFn: () => withdraw(id, version), onSuccess });
  return (
    <>
      <ProblemNotice error={resubmitting.error ?? withdrawing.error} />
      {state === 'approved' && role === 'district_officer' ? (
        <Link to={`/applications/${id}/booking`}>
          <Button type="primary" tabIndex={-1}>
            {t('bookSlot')}
          </Button>
        </Link>
      ) : null}
      {/* Of use only while papers are asked for. */}
      {actions.resubmit.allowed || state.endsWith('supplement') ? (
        <ActionButton action={actions.resubmit} type="primary" onClick={() => resubmitting.mutate()}>
          {t('resubmit')}
        </ActionButton>
      ) : null}
      <Link to={`/applications/${id}/receipt`}>
        <Button tabIndex={-1}>{t('receipt')}</Button>
      </Link>
      {actions.withdraw.allowed ? (
        <Popconfirm title={t('withdrawQuestion')} onConfirm={() => withdrawing.mutate()}>
          <Button danger>{t('withdraw')}</Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
