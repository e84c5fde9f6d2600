import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupervisorSnapshot, VisitDetail } from '../../server/visits/schema.ts';
import type { VisitCall } from '../call/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { StopReasonDialog } from '../visits/stop-reason-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { StopButton } from './stop-button.tsx';
import { useControlKeys } from './use-control-keys.ts';
import { useControls } from './use-controls.ts';

type Props = { visit: VisitDetail; call: VisitCall; now: SupervisorSnapshot };

/** Stop first and always in the same place; then what is gentler. */
export function ControlBar({ visit, call, now }: Props) {
  const { t } = useTranslation('supervision');
  const [dialog, setDialog] = useState<'stopReason' | 'finish' | 'extend' | null>(null);
  const controls = useControls(visit.id, call, () => setDialog('stopReason'));
  const { actions } = visit;
  const pauseOrResume = actions.resume.allowed ? controls.resume : controls.pause;
  useControlKeys({ stop: controls.stop.mutate, pauseOrResume: pauseOrResume.mutate });
  const close = () => setDialog(null);
  return (
    <Card className="control-bar">
      <div>
        <StopButton
          action={actions.stop}
          stopping={controls.stop.isPending}
          ended={now.state === 'ended'}
          onStop={controls.stop.mutate}
        />
        <ProblemNotice error={controls.stop.error ?? controls.pause.error ?? controls.resume.error} />
      </div>
      <div>
        <div className="row control-row">
          {actions.resume.allowed ? (
            <ActionButton
              action={actions.resume}
              type="primary"
              loading={controls.resume.isPending}
              onClick={() => controls.resume.mutate()}
            >
              {t('resume')}
            </ActionButton>
          ) : (
            <ActionButton
              action={actions.pause}
              loading={controls.pause.isPending}
              onClick={() => controls.pause.mutate()}
            >
              {t('pause')}
            </ActionButton>
          )}
          <ActionButton action={actions.extend} onClick={() => setDialog('extend')}>
            {t('extend')}
          </ActionButton>
          <ActionButton action={actions.finish} onClick={() => setDialog('finish')}>
            {t('finish')}
          </ActionButton>
        </div>
        <p className="quiet">{t('pauseHint')}</p>
      </div>
      {dialog === 'stopReason' ? <StopReasonDialog visitId={visit.id} onClose={close} /> : null}
      {dialog === 'finish' ? <FinishDialog visitId={visit.id} onClose={close} /> : null}
      {dialog === 'extend' ? <ExtendDialog visitId={visit.id} onClose={close} /> : null}
    </Card>
  );
}
