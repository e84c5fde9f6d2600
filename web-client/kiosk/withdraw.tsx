import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { withdrawOwn } from '../api/kiosk.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useKeptApplication } from './use-kept-application.ts';

/** It cannot be undone, so it is asked first; the way back is the larger button. */
export function Withdraw({
  application: { id, version, number },
}: {
  application: Pick<FamilyApplication, 'id' | 'version' | 'number'>;
}) {
  const { t } = useTranslation('kiosk');
  const [asking, setAsking] = useState(false);
  const kept = useKeptApplication(id);
  const withdrawing = useMutation({
    mutationFn: () => withdrawOwn(id, version),
    onSuccess: (changed) => {
      setAsking(false);
      kept.onSuccess(changed);
    },
    onError: kept.onError,
  });
  return (
    <>
      <Button block danger onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      {asking ? (
        <Dialog
          title={t('withdrawQuestion')}
          closable={false}
          onCancel={() => setAsking(false)}
          footer={
            <div className="kiosk-buttons">
              <Button type="primary" onClick={() => setAsking(false)}>
                {t('keepIt')}
              </Button>
              <Button danger loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
                {t('withdrawYes')}
              </Button>
            </div>
          }
        >
          <p>{t('withdrawHint', { number })}</p>
          <ProblemNotice error={withdrawing.error} />
        </Dialog>
      ) : null}
    </>
  );
}
