import { Button, Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { sayDuration } from '../language/index.ts';
import type { TwinPlayback } from './use-twin-playback.ts';

export function PlayerControls({ playback }: { playback: TwinPlayback }) {
  const { t } = useTranslation('recordings');
  const { position, duration, playing } = playback;
  return (
    <div className="player-controls">
      <Button type="primary" onClick={playback.toggle}>
        {t(playing ? 'pause' : 'play')}
      </Button>
      <Slider
        className="player-slider"
        min={0}
        max={Math.max(duration, 0.1)}
        step={0.1}
        value={position}
        onChange={playback.seek}
        ariaLabelForHandle={t('position')}
        tooltip={{ formatter: (value) => sayDuration(value ?? 0) }}
      />
      <span className="player-time">
        {sayDuration(position)} / {sayDuration(duration)}
      </span>
    </div>
  );
}
