import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CheckIn, type TurnBackReason, turnBackReasonTexts } from '../../server/check-in/schema.ts';
import { turnKeyBack } from '../api/check-in.ts';
import { ReasonDialog, type ReasonValues } from '../shell/reason-dialog.tsx';
import { checkInKey } from './check-in-key.ts';

/** A mistake at check-in is taken back with a reason, as long as the server allows. */
export function TurnKeyBack({ checkIn: { visitId, actions } }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  if (!actions.turnKeyBack.allowed) return null;
  const send = async ({ code = 'mistake' }: ReasonValues<TurnBackReason>) => {
    queries.setQueryData(checkInKey(visitId), await turnKeyBack(visitId, code));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('turnBack')}</Button>
      {open ? (
        <ReasonDialog<TurnBackReason>
          title={t('turnBack')}
          hint={t('turnBackHint')}
          reasons={{
            label: t('turnBackReason'),
            needed: t('reasonNeeded'),
            field: 'reason',
            texts: turnBackReasonTexts,
          }}
          okText={t('turnBack')}
          danger
          send={send}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
