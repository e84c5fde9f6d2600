import type { CallState } from '../call/index.ts';

export type Status = {
  tone: 'calm' | 'waiting' | 'trouble';
  title: 'live' | 'paused' | 'readySoon' | 'lineLost' | 'mediaBroken' | 'connecting';
  next?: 'pausedNext' | 'readyNext' | 'lineLostNext';
  /** Whether the reasons that the server gives are to be shown. */
  showWaits: boolean;
  refusal?: string;
};

/** The trouble of the line comes before that of the media, and both before the state of the visit, which may be old then. */
export function statusOf({ line, mediaPath, refusal, snapshot }: CallState): Status {
  if (refusal) return { tone: 'trouble', title: 'connecting', showWaits: false, refusal: refusal.title };
  if (line === 'lost' || line === 'closed') {
    return { tone: 'trouble', title: 'lineLost', next: 'lineLostNext', showWaits: false };
  }
  if (line === 'connecting' || snapshot === null) {
    return { tone: 'waiting', title: 'connecting', showWaits: false };
  }
  if (mediaPath === 'broken') {
    return { tone: 'trouble', title: 'mediaBroken', next: 'lineLostNext', showWaits: false };
  }
  if (snapshot.state === 'live') return { tone: 'calm', title: 'live', showWaits: false };
  if (snapshot.state === 'paused') {
    return { tone: 'waiting', title: 'paused', next: 'pausedNext', showWaits: true };
  }
  return { tone: 'waiting', title: 'readySoon', next: 'readyNext', showWaits: true };
}
