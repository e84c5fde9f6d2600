import { type RefObject, useEffect, useState } from 'react';

export type TwinPlayback = {
  position: number;
  duration: number;
  playing: boolean;
  toggle(): void;
  seek(seconds: number): void;
};

type VideoRef = RefObject<HTMLVideoElement | null>;

/** More than this apart, the lagging copy is put beside the leading one: two frames at 25 a second. */
const toleratedLag = 0.08;

/** Plays two videos as one: one leads, the other is kept beside it. The copy that is shorter just ends earlier. */
export function useTwinPlayback(refs: readonly [VideoRef, VideoRef]): TwinPlayback {
  const [one, other] = refs;
  const [shown, setShown] = useState({ position: 0, duration: 0, playing: false });
  useEffect(() => {
    const timer = setInterval(() => {
      const videos = [one.current, other.current].filter((video) => video !== null);
      const [leader, ...followers] = longestFirst(videos);
      if (!leader) return;
      for (const follower of followers) keepBeside(leader, follower);
      setShown({
        position: leader.currentTime,
        duration: Number.isFinite(leader.duration) ? leader.duration : 0,
        playing: !leader.paused && !leader.ended,
      });
    }, 200);
    return () => clearInterval(timer);
  }, [one, other]);
  const videos = () => [one.current, other.current].filter((video) => video !== null);
  return {
    ...shown,
    toggle() {
      for (const video of videos()) {
        if (shown.playing) video.pause();
        else void video.play().catch(() => undefined);
      }
    },
    seek(seconds) {
      for (const video of videos()) video.currentTime = seconds;
    },
  };
}

function longestFirst(videos: HTMLVideoElement[]): HTMLVideoElement[] {
  return [...videos].sort((a, b) => (b.duration || 0) - (a.duration || 0));
}

function keepBeside(leader: HTMLVideoElement, follower: HTMLVideoElement): void {
  const beyondEnd = leader.currentTime >= follower.duration;
  if (beyondEnd || leader.seeking || follower.seeking) return;
  if (leader.paused !== follower.paused && !follower.ended) {
    if (leader.paused) follower.pause();
    else void follower.play().catch(() => undefined);
  }
  if (Math.abs(leader.currentTime - follower.currentTime) > toleratedLag) {
    follower.currentTime = leader.currentTime;
  }
}
