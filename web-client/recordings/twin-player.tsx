import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../server/recordings/schema.ts';
import { parties } from '../../sfu/media-node.ts';
import { playablePath, timelinePath } from '../api/recordings.ts';
import { PlayerControls } from './player-controls.tsx';
import { ReplayEvents } from './replay-events.tsx';
import { useCues } from './use-cues.ts';
import { useTwinPlayback } from './use-twin-playback.ts';
import './replay.css';

/** The two copies begin at the same moment: what keeps them together is the same position. */
export function TwinPlayer({ recording: { visitId, playable } }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  const visitors = useRef<HTMLVideoElement>(null);
  const prisoner = useRef<HTMLVideoElement>(null);
  const videos = { visitors, prisoner };
  const playback = useTwinPlayback([visitors, prisoner]);
  const cues = useCues(timelinePath(visitId));
  return (
    <div className="twin-player">
      <div className="twin-pictures">
        {parties.map((party) => (
          <figure key={party}>
            {playable.includes(party) ? (
              <video
                ref={videos[party]}
                src={playablePath(visitId, party)}
                aria-label={t(party)}
                preload="auto"
                playsInline
              >
                <track kind="captions" src={timelinePath(visitId)} />
              </video>
            ) : (
              <p className="no-picture">{t('notThere')}</p>
            )}
            <figcaption>{t(party)}</figcaption>
          </figure>
        ))}
      </div>
      <PlayerControls playback={playback} />
      <ReplayEvents cues={cues} position={playback.position} onSeek={playback.seek} />
    </div>
  );
}
