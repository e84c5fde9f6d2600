import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { handBack } from '../api/kiosk.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useKeptApplication } from './use-kept-application.ts';

type Props = { application: Pick<FamilyApplication, 'id' | 'version'>; onDone?: () => void };

/** All papers are there: the application goes back to the body that asked for them. */
export function HandBack({ application: { id, version }, onDone }: Props) {
  const { t } = useTranslation('kiosk');
  const kept = useKeptApplication(id);
  const giving = useMutation({
    mutationFn: () => handBack(id, version),
    onSuccess: (changed) => {
      kept.onSuccess(changed);
      onDone?.();
    },
    onError: kept.onError,
  });
  return (
    <>
      <ProblemNotice error={giving.error} />
      <Button type="primary" block loading={giving.isPending} onClick={() => giving.mutate()}>
        {t('handBack')}
      </Button>
    </>
  );
}
