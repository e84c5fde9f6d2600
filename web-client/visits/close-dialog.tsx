import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type ClosingOutcome,
  closingOutcomes,
  closingSayers,
  outcomeTexts,
} from '../../server/visits/codes.ts';
import { closeWithoutVisit } from '../api/visits.ts';
import { ReasonDialog, type ReasonValues, textsOf } from '../shell/reason-dialog.tsx';
import { useStaff } from '../shell/use-session.ts';
import { visitKey } from './use-visit.ts';

export function CloseDialog({ visitId, onClose }: { visitId: string; onClose(): void }) {
  const { t } = useTranslation('visits');
  const queries = useQueryClient();
  const side = useStaff().prison === null ? 'district' : 'prison';
  const ownToSay = closingOutcomes.filter((outcome) => closingSayers[outcome].includes(side));
  const send = async ({ code = 'ADMINISTRATIVE_CANCELLATION', note }: ReasonValues<ClosingOutcome>) => {
    await closeWithoutVisit(visitId, { outcome: code, note });
    await queries.invalidateQueries({ queryKey: visitKey(visitId) });
  };
  return (
    <ReasonDialog<ClosingOutcome>
      title={t('closeWithoutVisit')}
      hint={t('closeHint')}
      reasons={{
        label: t('closeOutcome'),
        needed: t('reasonNeeded'),
        field: 'outcome',
        texts: textsOf(ownToSay, outcomeTexts),
      }}
      noteLabel={t('note')}
      okText={t('confirmClose')}
      danger
      send={send}
      onClose={onClose}
    />
  );
}
