import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type FinishingOutcome, finishingOutcomes, outcomeTexts } from '../../server/visits/codes.ts';
import { finish } from '../api/visits.ts';
import { ReasonDialog, type ReasonValues, textsOf } from '../shell/reason-dialog.tsx';
import { visitKey } from '../visits/use-visit.ts';

/** An end before the time without a violation. */
export function FinishDialog({ visitId, onClose }: { visitId: string; onClose(): void }) {
  const { t } = useTranslation('supervision');
  const { t: visits } = useTranslation('visits');
  const queries = useQueryClient();
  const send = async ({ code = 'VISITOR_COMPLETED_EARLY', note }: ReasonValues<FinishingOutcome>) => {
    await finish(visitId, { outcome: code, note });
    await queries.invalidateQueries({ queryKey: visitKey(visitId) });
  };
  return (
    <ReasonDialog<FinishingOutcome>
      title={t('finish')}
      hint={t('finishHint')}
      reasons={{
        label: t('finishOutcome'),
        needed: visits('reasonNeeded'),
        field: 'outcome',
        texts: textsOf(finishingOutcomes, outcomeTexts),
      }}
      noteLabel={visits('note')}
      okText={t('confirmFinish')}
      send={send}
      onClose={onClose}
    />
  );
}
