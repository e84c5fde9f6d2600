import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = { secondsLeft: number; onStay(): void; onLeave(): void };

/** Asks before it signs out. The focus is on the answer that keeps the page; only an answer closes it. */
export function StillThere({ secondsLeft, onStay, onLeave }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <Modal
      open
      title={t('stillThere')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <div className="kiosk-buttons">
          <Button type="primary" size="large" autoFocus onClick={onStay}>
            {t('stay')}
          </Button>
          <Button size="large" onClick={onLeave}>
            {t('signOut')}
          </Button>
        </div>
      }
    >
      <p className="kiosk-big" role="timer">
        {t('signsOutIn', { seconds: secondsLeft })}
      </p>
    </Modal>
  );
}
