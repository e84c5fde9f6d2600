import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSuspensionsOfVisit } from '../api/suspensions.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { SuspensionTable } from './suspension-table.tsx';

/** On the page of an ended visit: the suspensions that followed from it, and the way to propose one. */
export function SuspensionsOfVisit({ visitId }: { visitId: string }) {
  const { t } = useTranslation('suspensions');
  const [proposing, setProposing] = useState(false);
  const { data } = useQuery({
    queryKey: ['suspensions-of-visit', visitId],
    queryFn: () => readSuspensionsOfVisit(visitId),
  });
  // Where nothing was broken there is nothing to propose and nothing to show.
  if (data === undefined) return null;
  const { suspensions, actions } = data;
  const { propose } = actions;
  if (suspensions.length === 0 && !propose.allowed && propose.code !== 'stop_reason_first') return null;
  return (
    <Card
      className="panel"
      title={t('ofVisit')}
      extra={
        <ActionButton action={propose} onClick={() => setProposing(true)}>
          {t('propose')}
        </ActionButton>
      }
    >
      {suspensions.length === 0 ? null : <SuspensionTable suspensions={suspensions} />}
      {proposing ? (
        <ProposeDialog visitId={visitId} ofVisit={data} onClose={() => setProposing(false)} />
      ) : null}
    </Card>
  );
}
