import type { Page } from 'playwright-core';

export type SeenAndHeard = {
  /** Frames that were shown. */
  frames: number;
  width: number;
  /** Whether the picture was more than one still. */
  changed: boolean;
  /** The loudest sample of the sound, 0 to 1. */
  loudest: number;
};

/** What somebody at this page sees and hears of a picture in the next seconds, measured on what the browser decoded. */
export function watchAndListen(page: Page, picture: string, seconds = 3): Promise<SeenAndHeard> {
  return page.evaluate(
    async ({ label, milliseconds }) => {
      const video = document.querySelector(`video[aria-label="${label}"]`);
      const nothing = { frames: 0, width: 0, changed: false, loudest: 0 };
      if (!(video instanceof HTMLVideoElement) || !(video.srcObject instanceof MediaStream)) return nothing;

      const pen = new OffscreenCanvas(64, 36).getContext('2d', { willReadFrequently: true });
      const looks = new Set<string>();
      const audio = new AudioContext();
      const ear = audio.createAnalyser();
      const hears = video.srcObject.getAudioTracks().length > 0;
      if (hears) audio.createMediaStreamSource(video.srcObject).connect(ear);
      const samples = new Float32Array(ear.fftSize);

      let loudest = 0;
      const framesBefore = video.getVideoPlaybackQuality().totalVideoFrames;
      const until = performance.now() + milliseconds;
      while (performance.now() < until) {
        pen?.drawImage(video, 0, 0, 64, 36);
        looks.add(String(pen?.getImageData(0, 0, 64, 36).data));
        ear.getFloatTimeDomainData(samples);
        for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      await audio.close();
      return {
        frames: video.getVideoPlaybackQuality().totalVideoFrames - framesBefore,
        width: video.videoWidth,
        changed: looks.size > 2,
        loudest,
      };
    },
    { label: picture, milliseconds: seconds * 1000 },
  );
}
