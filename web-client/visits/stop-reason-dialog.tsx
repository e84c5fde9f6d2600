import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type StopReason, stopReasonTexts } from '../../server/visits/codes.ts';
import { completeStopReason } from '../api/visits.ts';
import { ReasonDialog, type ReasonValues } from '../shell/reason-dialog.tsx';
import { visitKey } from './use-visit.ts';

/** The reason of a stop that has happened already. It can be put off, and stays asked for. */
export function StopReasonDialog({ visitId, onClose }: { visitId: string; onClose(): void }) {
  const { t } = useTranslation('visits');
  const queries = useQueryClient();
  const send = async ({ code = 'other', note }: ReasonValues<StopReason>) => {
    await completeStopReason(visitId, { reason: code, note });
    void queries.invalidateQueries({ queryKey: ['suspensions-of-visit', visitId] });
    await queries.invalidateQueries({ queryKey: visitKey(visitId) });
  };
  return (
    <ReasonDialog<StopReason>
      title={t('completeStopReason')}
      reasons={{
        label: t('stopReason'),
        needed: t('reasonNeeded'),
        field: 'reason',
        texts: stopReasonTexts,
      }}
      noteLabel={t('note')}
      okText={t('saveReason')}
      cancelText={t('later')}
      send={send}
      onClose={onClose}
    />
  );
}
