import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Shows that the microphone hears something. */
export function SoundLevel({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('station');
  const level = useSoundLevel(stream);
  return (
    <div className="sound-level">
      <p>{t('soundLevel')}</p>
      <meter min={0} max={1} value={level} aria-label={t('soundLevel')} />
    </div>
  );
}

function useSoundLevel(stream: MediaStream): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      // Until the page has been touched a browser may keep the context asleep.
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setLevel(Math.min(1, Math.sqrt(power) * 4));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return level;
}
