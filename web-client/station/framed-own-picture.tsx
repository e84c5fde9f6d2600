import { useTranslation } from 'react-i18next';
import { PictureAndSound } from '../call/index.ts';

/** One's own picture, as in a mirror, with a frame to sit in. It guides only; nothing is judged from it. */
export function FramedOwnPicture({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('station');
  return (
    <figure className="framed-picture">
      <div className="framed-picture-box">
        <PictureAndSound stream={stream} label={t('ownPicture')} muted mirrored />
        <div className="framing-guide" aria-hidden="true" />
      </div>
      <figcaption>{t('frameGuide')}</figcaption>
    </figure>
  );
}
