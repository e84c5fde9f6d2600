import { useEffect, useRef, useState } from 'react';
import { readRelative } from '../api/kiosk.ts';
import { type IdleTime, idleTime, isWorthTelling } from './idle-time.ts';

const touches = ['pointerdown', 'keydown', 'wheel'] as const;
const seconds = () => performance.now() / 1000;

/**
 * Counts the time since somebody last touched the screen or a key. While it is asked whether anybody is there, only the
 * answer counts, so that a bag on the keyboard does not keep the session.
 */
export function useIdleTime(idleSeconds: number, onOver: () => void): IdleTime & { stay(): void } {
  const touchedAt = useRef(seconds());
  const toldAt = useRef(seconds());
  const [time, setTime] = useState(() => idleTime(idleSeconds, 0));
  const over = useRef(onOver);
  over.current = onOver;

  const stay = () => {
    touchedAt.current = seconds();
    setTime(idleTime(idleSeconds, 0));
    tellServer(toldAt);
  };

  useEffect(() => {
    const touch = () => {
      const now = seconds();
      if (idleTime(idleSeconds, now - touchedAt.current).asks) return;
      touchedAt.current = now;
      if (isWorthTelling(now - toldAt.current)) tellServer(toldAt);
    };
    const tick = window.setInterval(() => {
      const current = idleTime(idleSeconds, seconds() - touchedAt.current);
      setTime(current);
      if (current.isOver) over.current();
    }, 1000);
    for (const name of touches) window.addEventListener(name, touch, { passive: true });
    return () => {
      window.clearInterval(tick);
      for (const name of touches) window.removeEventListener(name, touch);
    };
  }, [idleSeconds]);
  return { ...time, stay };
}

/** Whether it worked shows at the next thing that the person does. */
function tellServer(toldAt: { current: number }): void {
  toldAt.current = seconds();
  void readRelative().catch(() => undefined);
}
