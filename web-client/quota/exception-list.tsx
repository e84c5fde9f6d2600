import { Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  exceptionReasonTexts,
  type QuotaException,
  type QuotaOfPrisoner,
} from '../../server/quota/schema.ts';
import { withdrawException } from '../api/quota.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ReasonDialog } from '../shell/reason-dialog.tsx';
import { useQuotaChanged } from './use-quota-changed.ts';

/** The visits that the prison granted beyond the rule, with who decided and why. */
export function ExceptionList({ quota: { exceptions } }: { quota: QuotaOfPrisoner }) {
  const { t } = useTranslation('quota');
  const label = useLabel();
  const changed = useQuotaChanged();
  const [withdrawing, setWithdrawing] = useState<QuotaException | null>(null);
  if (exceptions.length === 0) return <Empty description={t('noExceptions')} />;
  return (
    <>
      <ul>
        {exceptions.map((one) => (
          <li key={one.id}>
            <strong>{label(exceptionReasonTexts[one.reasonCode])}</strong> · {one.note}
            <div className="quiet">
              {t('granted')} {one.grantedBy} · <Moment at={one.grantedAt} />
            </div>
            {one.withdrawn ? (
              <div className="quiet">
                {t('withdrawn', { by: one.withdrawn.by, note: one.withdrawn.note })}
              </div>
            ) : (
              <ActionButton action={one.actions.withdraw} onClick={() => setWithdrawing(one)}>
                {t('withdraw')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <ReasonDialog
          title={t('withdrawTitle')}
          noteLabel={t('note')}
          noteNeeded={t('noteNeeded')}
          okText={t('withdraw')}
          danger
          send={({ note = '' }) => changed(() => withdrawException(withdrawing.id, note))}
          onClose={() => setWithdrawing(null)}
        />
      ) : null}
    </>
  );
}
