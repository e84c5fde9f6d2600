import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallState, type Capture, PictureAndSound, useObservable, useStream } from '../call/index.ts';
import { FramedOwnPicture } from './framed-own-picture.tsx';

/** The other side large; oneself small, or framed before the visit has begun. */
export function CallPictures({ state, capture }: { state: CallState; capture: Capture }) {
  const { t } = useTranslation('station');
  const own = useObservable(capture.state);
  const snapshot = state.snapshot?.audience === 'party' ? state.snapshot : null;
  const other = useStream(state.received[snapshot?.party === 'visitors' ? 'prisoner' : 'visitors']);
  const [soundBlocked, setSoundBlocked] = useState(false);
  const onSoundBlocked = useCallback(() => setSoundBlocked(true), []);
  const begun = snapshot?.state === 'live' || snapshot?.state === 'paused';
  if (!begun) return own.kind === 'running' ? <FramedOwnPicture stream={own.stream} /> : null;
  return (
    <div className="call-pictures">
      <PictureAndSound
        className="other-picture"
        stream={snapshot.state === 'live' ? other : null}
        label={t('otherPicture')}
        muted={soundBlocked}
        onSoundBlocked={onSoundBlocked}
      />
      {snapshot.state === 'paused' ? <p className="no-picture">{t('picturePaused')}</p> : null}
      {snapshot.state === 'live' && other === null ? (
        <p className="no-picture">{t('noOtherPicture')}</p>
      ) : null}
      {own.kind === 'running' ? (
        <PictureAndSound className="own-picture" stream={own.stream} label={t('ownPicture')} muted mirrored />
      ) : null}
      {soundBlocked ? (
        <Button type="primary" className="turn-sound-on" onClick={() => setSoundBlocked(false)}>
          {t('turnSoundOn')}
        </Button>
      ) : null}
    </div>
  );
}
