import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { until } from './patience.ts';

/** Frames of the other side that this page has shown so far; 0 without its picture. */
export function framesAt(page: Page, picture = '对方画面'): Promise<number> {
  return page.evaluate((label) => {
    const video = document.querySelector(`video[aria-label="${label}"]`);
    return video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0;
  }, picture);
}

/** Waits until the other side moves: several looks in turn that each find new frames. */
export async function untilMoving(page: Page, picture?: string): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  let grown = 0;
  await until(async () => {
    const frames = await framesAt(page, picture);
    // A picture that was put in anew counts from the start.
    grown = frames > before ? grown + 1 : 0;
    before = frames;
    return grown === 5;
  });
}

/** Waits until a page has shown nothing new for a second. Answers when it saw the last frame, by performance.now(). */
export async function untilStill(page: Page): Promise<number> {
  let frames = await framesAt(page);
  let grownAt = performance.now();
  while (performance.now() < grownAt + 1000) {
    await wait(100);
    const now = await framesAt(page);
    if (now > frames) grownAt = performance.now();
    frames = now;
  }
  return grownAt;
}
