import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '../../server/check-in/schema.ts';
import { confirmPrisoner } from '../api/check-in.ts';
import { sayTime, useLanguage } from '../language/index.ts';
import { ActionButton, isShown } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { checkInKey } from './check-in-key.ts';

export function PrisonerPanel({ checkIn: { visitId, prisoner, actions } }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const language = useLanguage();
  const queries = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmPrisoner(visitId, prisoner.id),
    onSuccess: (next) => queries.setQueryData(checkInKey(visitId), next),
  });
  return (
    <Card title={t('prisonerTitle')} className="panel">
      <p className="sentence">
        {prisoner.name} · {prisoner.number}
      </p>
      <ProblemNotice error={confirming.error} />
      {prisoner.identityCheck ? (
        <p>
          ✓{' '}
          {t('inPlace', {
            by: prisoner.identityCheck.by.name,
            time: sayTime(prisoner.identityCheck.at, 'time', language),
          })}
        </p>
      ) : (
        <>
          <p className="quiet">{t(isShown(actions.confirmPrisoner) ? 'prisonerHint' : 'prisonWaits')}</p>
          <ActionButton
            action={actions.confirmPrisoner}
            type="primary"
            loading={confirming.isPending}
            onClick={() => confirming.mutate()}
          >
            {t('confirmPrisoner')}
          </ActionButton>
        </>
      )}
    </Card>
  );
}
