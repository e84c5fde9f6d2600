import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeviceTrouble } from '../call/index.ts';

/** Trouble with the device itself, kept apart from trouble with the network: it names what a hand can do here. */
export function DeviceTroubleScreen({ trouble, onTryAgain }: { trouble: DeviceTrouble; onTryAgain(): void }) {
  const { t } = useTranslation('station');
  return (
    <section className="station-trouble" role="alert">
      <h2>{t('deviceTitle')}</h2>
      <p>{t(trouble)}</p>
      <Button type="primary" onClick={onTryAgain}>
        {t('deviceTryAgain')}
      </Button>
    </section>
  );
}
