import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { extend } from '../api/visits.ts';
import { ReasonDialog, type ReasonValues } from '../shell/reason-dialog.tsx';
import { visitKey } from '../visits/use-visit.ts';

/** The prison may give more time once, and says why. */
export function ExtendDialog({ visitId, onClose }: { visitId: string; onClose(): void }) {
  const { t } = useTranslation('supervision');
  const { t: visits } = useTranslation('visits');
  const queries = useQueryClient();
  const send = async ({ note = '' }: ReasonValues<string>) => {
    await extend(visitId, note);
    await queries.invalidateQueries({ queryKey: visitKey(visitId) });
  };
  return (
    <ReasonDialog
      title={t('extend')}
      noteLabel={t('extendNote')}
      noteNeeded={visits('noteNeeded')}
      okText={t('extend')}
      send={send}
      onClose={onClose}
    />
  );
}
