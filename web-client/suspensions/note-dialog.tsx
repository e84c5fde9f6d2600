import { useTranslation } from 'react-i18next';
import type { Suspension } from '../../server/suspensions/schema.ts';
import { declineSuspension, liftSuspension } from '../api/suspensions.ts';
import { ReasonDialog } from '../shell/reason-dialog.tsx';
import { useDecided } from './use-decided.ts';

type Props = { kind: 'decline' | 'lift'; suspension: Suspension; onClose(): void };
const sends = { decline: declineSuspension, lift: liftSuspension };

export function NoteDialog({ kind, suspension: { id, number }, onClose }: Props) {
  const { t } = useTranslation('suspensions');
  const decided = useDecided(id);
  return (
    <ReasonDialog
      title={t(`${kind}Title`, { number })}
      hint={kind === 'lift' ? t('liftHint') : undefined}
      noteLabel={t('note')}
      noteNeeded={t('noteNeeded')}
      okText={t('confirm')}
      send={({ note = '' }) => decided(() => sends[kind](id, note))}
      onClose={onClose}
    />
  );
}
