import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../server/applications/schema.ts';
import { resubmit, withdraw } from '../api/applications.ts';
import { AnswerAction } from '../reviews/answer-action.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useStaff } from '../shell/use-session.ts';

/** What the counter does with a case. */
export function CaseActions({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { role } = useStaff();
  const queries = useQueryClient();
  const { id, version, actions, state } = application;
  const queryKey = ['application', id];
  const outcome = {
    onSuccess: (changed: Application) => void queries.setQueryData(queryKey, changed),
    // Somebody else may have been faster: the page shows how it stands now.
    onError: () => void queries.invalidateQueries({ queryKey }),
  };
  const resubmitting = useMutation({ mutationFn: () => resubmit(id, version), ...outcome });
  const withdrawing = useMutation({ mutationFn: () => withdraw(id, version), ...outcome });
  return (
    <>
      <ProblemNotice error={resubmitting.error ?? withdrawing.error} />
      {state === 'approved' && role === 'district_officer' ? (
        <LinkButton to={`/applications/${id}/booking`} type="primary">
          {t('bookSlot')}
        </LinkButton>
      ) : null}
      {/* Of use only while papers are asked for. */}
      {actions.resubmit.allowed || state.endsWith('supplement') ? (
        <ActionButton action={actions.resubmit} type="primary" onClick={() => resubmitting.mutate()}>
          {t('resubmit')}
        </ActionButton>
      ) : null}
      <AnswerAction application={application} />
      <LinkButton to={`/applications/${id}/receipt`}>{t('receipt')}</LinkButton>
      {actions.withdraw.allowed ? (
        <Popconfirm title={t('withdrawQuestion')} onConfirm={() => withdrawing.mutate()}>
          <Button danger>{t('withdraw')}</Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
