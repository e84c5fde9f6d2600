import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../call/index.ts';
import { WatchedPicture } from './watched-picture.tsx';

const parties = ['visitors', 'prisoner'] as const;

/** Both sides, always in the same places. Silent until the supervisor asks for the sound, as browsers demand. */
export function WatchedPictures({ received }: Pick<CallState, 'received'>) {
  const { t } = useTranslation('supervision');
  const [soundOn, setSoundOn] = useState(false);
  const onSoundBlocked = useCallback(() => setSoundOn(false), []);
  return (
    <>
      <div className="row">
        <Button type={soundOn ? 'default' : 'primary'} onClick={() => setSoundOn(!soundOn)}>
          {t(soundOn ? 'soundOff' : 'soundOn')}
        </Button>
        {soundOn ? null : <span className="sound-is-off">{t('soundIsOff')}</span>}
      </div>
      <div className="watched-pictures">
        {parties.map((party) => (
          <WatchedPicture
            key={party}
            party={party}
            tracks={received[party]}
            soundOn={soundOn}
            onSoundBlocked={onSoundBlocked}
          />
        ))}
      </div>
    </>
  );
}
