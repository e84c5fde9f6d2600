import type { types } from 'mediasoup';
import { watchSequence } from './sequence-gaps.ts';

/**
 * A recording without key frames cannot be played from the middle, and one lost packet spoils all up to
 * the next.
 */
const longestWithoutKeyFrameMs = 3500;
/** A retransmission has this long to fill a gap before it counts as a loss. */
const graceForRetransmissionMs = 400;
/** Key frames are large: on a line that loses much, more of them would make it lose more. */
const shortestBetweenRequestsMs = 1000;
const lookEveryMs = 200;

export type KeyFrameAsker = { seen(packet: Buffer): void; stop(): void };

/**
 * Asks the publisher for key frames on behalf of the recorder: at the start, after every loss, and every
 * few seconds.
 */
export function askForKeyFrames(consumer: types.Consumer): KeyFrameAsker {
  const gaps = watchSequence();
  let askedAt = Number.NEGATIVE_INFINITY;
  let lossUnanswered = false;

  function ask(nowMs: number) {
    askedAt = nowMs;
    lossUnanswered = false;
    // Refused only when the consumer is being closed, and then no key frame is needed.
    consumer.requestKeyFrame().catch(() => undefined);
  }

  function look() {
    const nowMs = performance.now();
    if (gaps.lostSince(nowMs - graceForRetransmissionMs)) lossUnanswered = true;
    const sinceAsked = nowMs - askedAt;
    if (sinceAsked >= (lossUnanswered ? shortestBetweenRequestsMs : longestWithoutKeyFrameMs)) ask(nowMs);
  }

  look();
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    seen(packet) {
      gaps.seen(packet.readUInt16BE(2), performance.now());
    },
    stop() {
      clearInterval(timer);
    },
  };
}
