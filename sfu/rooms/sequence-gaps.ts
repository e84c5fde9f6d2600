/** Beyond this a jump is a new start of the stream, not a loss worth listing. */
const longestGap = 1000;

/** What is known of the missing packets of one stream. */
export type SequenceGaps = {
  /** Takes note of a packet that came. */
  seen(sequenceNumber: number, nowMs: number): void;
  /**
   * Whether packets have been missing since before `sinceMs`; each loss is told once, late comers are no
   * loss.
   */
  lostSince(sinceMs: number): boolean;
};

/** Watches 16-bit sequence numbers for packets that do not come, not even late by retransmission. */
export function watchSequence(): SequenceGaps {
  const missing = new Map<number, number>();
  let highest: number | undefined;
  return {
    seen(sequenceNumber, nowMs) {
      missing.delete(sequenceNumber);
      if (highest === undefined) {
        highest = sequenceNumber;
        return;
      }
      const ahead = (sequenceNumber - highest) & 0xffff;
      if (ahead === 0 || ahead >= 0x8000) return;
      for (let step = Math.max(1, ahead - longestGap); step < ahead; step++) {
        missing.set((highest + step) & 0xffff, nowMs);
      }
      highest = sequenceNumber;
    },
    lostSince(sinceMs) {
      let lost = false;
      for (const [sequenceNumber, missedAt] of missing) {
        if (missedAt > sinceMs) continue;
        missing.delete(sequenceNumber);
        lost = true;
      }
      return lost;
    },
  };
}
