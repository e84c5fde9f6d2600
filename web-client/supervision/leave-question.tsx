import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog } from '../shell/dialog.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

/** Whoever leaves this page while a visit is live pauses it: that is asked first, of a link as of the window. */
export function LeaveQuestion({ live }: { live: boolean }) {
  const { t } = useTranslation('supervision');
  useLeaveWarning(live);
  const blocker = useBlocker(live);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={t('leaveTitle')}
      okText={t('leave')}
      cancelText={t('stay')}
      okButtonProps={{ danger: true }}
      onOk={() => blocker.proceed()}
      onCancel={() => blocker.reset()}
    >
      <p>{t('leaveHint')}</p>
    </Dialog>
  );
}
