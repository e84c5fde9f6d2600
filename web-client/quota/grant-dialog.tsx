import { useTranslation } from 'react-i18next';
import {
  type ExceptionReason,
  exceptionReasonTexts,
  type QuotaOfPrisoner,
} from '../../server/quota/schema.ts';
import { grantException } from '../api/quota.ts';
import { ReasonDialog } from '../shell/reason-dialog.tsx';
import { useQuotaChanged } from './use-quota-changed.ts';
import { useSayMonth } from './use-say-quota.ts';

export function GrantDialog({ quota, onClose }: { quota: QuotaOfPrisoner; onClose(): void }) {
  const { t } = useTranslation('quota');
  const changed = useQuotaChanged();
  const sayMonth = useSayMonth();
  const { prisoner, month } = quota;
  return (
    <ReasonDialog<ExceptionReason>
      title={t('grantTitle', { month: sayMonth(month) })}
      hint={t('grantHint')}
      reasons={{
        label: t('reason'),
        needed: t('reasonNeeded'),
        field: 'reasonCode',
        texts: exceptionReasonTexts,
      }}
      noteLabel={t('note')}
      noteNeeded={t('noteNeeded')}
      okText={t('grant')}
      send={async ({ code, note = '' }) => {
        if (code === undefined) return;
        await changed(() => grantException(prisoner.id, { month, reasonCode: code, note }));
      }}
      onClose={onClose}
    />
  );
}
