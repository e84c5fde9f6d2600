import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword } from '../../server/accounts/staff-schema.ts';
import { Dialog } from '../shell/dialog.tsx';
import './administration.css';

/** Shows a one-time password once and large. It closes only on purpose: nobody can see it again. */
export function PasswordDialog({ fresh, onClose }: { fresh: OneTimePassword; onClose(): void }) {
  const { t } = useTranslation('administration');
  return (
    <Dialog
      title={t('passwordTitle', { username: fresh.username })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('codeWritten')}
        </Button>
      }
    >
      <output className="one-time-password">{fresh.password}</output>
      <p>{t('passwordHint')}</p>
    </Dialog>
  );
}
