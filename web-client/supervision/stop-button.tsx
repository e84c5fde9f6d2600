import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from '../../server/edge/allowed-action.ts';

type Props = { action: AllowedAction; stopping: boolean; ended: boolean; onStop(): void };

/**
 * Never disabled by what this screen believes: the server decides, and a stop that comes too late only says so. Auditors
 * and the like, who can never stop, do not see it.
 */
export function StopButton({ action, stopping, ended, onStop }: Props) {
  const { t } = useTranslation('supervision');
  if (!action.allowed && action.code === 'not_permitted') return null;
  return (
    <>
      <Button
        danger
        type="primary"
        block
        className="stop-button"
        aria-keyshortcuts="F9"
        disabled={ended}
        onClick={onStop}
      >
        {t(stopping ? 'stopping' : 'stop')}
      </Button>
      <p className="quiet">{t('stopHint')}</p>
    </>
  );
}
