import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { sayDuration, useLanguage } from '../language/index.ts';
import type { Cue } from './use-cues.ts';

type Props = { cues: Cue[]; position: number; onSeek(seconds: number): void };

/** What happened in the visit and what is missing of it; a click goes there. */
export function ReplayEvents({ cues, position, onSeek }: Props) {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  // A cue has a line a language: Chinese, then English.
  const say = ({ text }: Cue) => {
    const [zh = '', en = zh] = text.split('\n');
    return language === 'zh' ? zh : en;
  };
  return (
    <Card title={t('events')} size="small">
      {cues.length === 0 ? <p className="quiet">{t('noEvents')}</p> : null}
      <ol className="replay-events">
        {cues.map((cue) => (
          <li key={cue.id} aria-current={position >= cue.start && position < cue.end}>
            <Button
              size="small"
              aria-label={t('goTo', { time: sayDuration(cue.start), event: say(cue) })}
              onClick={() => onSeek(cue.start)}
            >
              {sayDuration(cue.start)}
            </Button>{' '}
            {say(cue)}
          </li>
        ))}
      </ol>
    </Card>
  );
}
