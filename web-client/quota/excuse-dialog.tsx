import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ExcuseReason, excuseReasonTexts } from '../../server/quota/schema.ts';
import { excuseNoShow } from '../api/quota.ts';
import { ReasonDialog } from '../shell/reason-dialog.tsx';

export function ExcuseDialog({ bookingId, onClose }: { bookingId: string; onClose(): void }) {
  const { t } = useTranslation('quota');
  const queries = useQueryClient();
  return (
    <ReasonDialog<ExcuseReason>
      title={t('excuseTitle')}
      hint={t('excuseHint')}
      reasons={{
        label: t('reason'),
        needed: t('reasonNeeded'),
        field: 'reasonCode',
        texts: excuseReasonTexts,
      }}
      noteLabel={t('note')}
      okText={t('confirm')}
      send={async ({ code, note = '' }) => {
        if (code === undefined) return;
        await excuseNoShow(bookingId, { reasonCode: code, note });
        for (const key of ['booking', 'outcome', 'quota'])
          void queries.invalidateQueries({ queryKey: [key] });
      }}
      onClose={onClose}
    />
  );
}
