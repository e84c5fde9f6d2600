import { useEffect, useRef } from 'react';

type Controls = { stop(): void; pauseOrResume(): void };

/** F9 stops, F8 pauses and resumes, wherever the focus is. Held keys do not repeat. */
export function useControlKeys(controls: Controls): void {
  const latest = useRef(controls);
  useEffect(() => {
    latest.current = controls;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key !== 'F8' && event.key !== 'F9') return;
      event.preventDefault();
      if (event.key === 'F9') latest.current.stop();
      else latest.current.pauseOrResume();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
