import { useTranslation } from 'react-i18next';
import { FramedOwnPicture } from './framed-own-picture.tsx';
import { SoundLevel } from './sound-level.tsx';

/** While staff check people in: everybody sees whether they sit well and are heard. */
export function PreparingScreen({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('station');
  return (
    <section className="station-preparing">
      <h2>{t('preparing')}</h2>
      <FramedOwnPicture stream={stream} />
      <SoundLevel stream={stream} />
      <p role="status">{t('waitForCheckIn')}</p>
    </section>
  );
}
