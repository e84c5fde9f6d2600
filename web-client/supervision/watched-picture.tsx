import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../sfu/media-node.ts';
import { type CallState, PictureAndSound, useStream } from '../call/index.ts';

type Props = {
  party: Party;
  tracks: CallState['received'][Party];
  soundOn: boolean;
  onSoundBlocked(): void;
};

export function WatchedPicture({ party, tracks, soundOn, onSoundBlocked }: Props) {
  const { t } = useTranslation('supervision');
  const [muted, setMuted] = useState(false);
  const stream = useStream(tracks);
  const name = t(party);
  return (
    <figure className="watched-picture">
      <PictureAndSound
        stream={stream}
        label={t(party === 'visitors' ? 'visitorsPicture' : 'prisonerPicture')}
        muted={!soundOn || muted}
        onSoundBlocked={onSoundBlocked}
      />
      {tracks.video ? null : <p className="no-picture">{t('noPicture')}</p>}
      <figcaption>
        {name}
        {soundOn ? (
          <Button size="small" onClick={() => setMuted(!muted)}>
            {t(muted ? 'unmute' : 'mute', { party: name })}
          </Button>
        ) : null}
      </figcaption>
    </figure>
  );
}
