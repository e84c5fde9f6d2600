/**
 * Which packets of an RTP stream came, by extended sequence number: what is missing, late and double.
 * The same packets in the same order give the same answer, while recording and years later.
 */

/** Missing numbers, and the arrivals of the packets before and after them. */
export type Gap = { from: number; to: number; since: bigint; until: bigint };

export type SequenceCount = {
  /** The packet's extended number, or nothing for a duplicate. */
  receive(sequence: number, arrival: bigint): number | undefined;
  first(): number | undefined;
  highest(): number | undefined;
  duplicates(): number;
  gaps(): Gap[];
  /** Drops the gaps that no late packet can fill any more, to bound memory. */
  forgetSettledGaps(): void;
};

/** Half of the number space: farther back, a late packet cannot be told from an early one. */
const reach = 0x8000;
/** After so long a silence nothing is late any more: the stream went on meanwhile. */
const silence = 10_000_000_000n;

/** Counts from 65,536, so that a packet from before the first one has a positive number, too. */
export function createSequenceCount(): SequenceCount {
  let first: number | undefined;
  let highest = 0;
  let highestArrival = 0n;
  let lastArrival = 0n;
  let duplicates = 0;
  let open: Gap[] = [];

  function advance(extended: number, arrival: bigint): number {
    if (extended > highest + 1) {
      open.push({ from: highest + 1, to: extended - 1, since: highestArrival, until: arrival });
    }
    highest = extended;
    highestArrival = arrival;
    return extended;
  }

  function fill(extended: number): number | undefined {
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const gap = open[index];
      if (!gap || gap.to < extended) break;
      if (gap.from > extended) continue;
      const rest = [
        { ...gap, to: extended - 1 },
        { ...gap, from: extended + 1 },
      ].filter((part) => part.from <= part.to);
      open.splice(index, 1, ...rest);
      return extended;
    }
    duplicates += 1;
    return undefined;
  }

  function precede(extended: number, start: number, arrival: bigint): number {
    if (extended < start - 1)
      open.unshift({ from: extended + 1, to: start - 1, since: arrival, until: arrival });
    first = extended;
    return extended;
  }

  return {
    receive(sequence, arrival) {
      const quiet = arrival - lastArrival;
      lastArrival = arrival;
      if (first === undefined) {
        first = highest = 0x10000 + sequence;
        highestArrival = arrival;
        return highest;
      }
      const ahead = (sequence - highest) & 0xffff;
      if (ahead !== 0 && (ahead < reach || quiet > silence)) return advance(highest + ahead, arrival);
      const extended = highest - ((highest - sequence) & 0xffff);
      return extended < first ? precede(extended, first, arrival) : fill(extended);
    },
    first: () => first,
    highest: () => (first === undefined ? undefined : highest),
    duplicates: () => duplicates,
    gaps: () => [...open],
    forgetSettledGaps() {
      open = open.filter((gap) => gap.to >= highest - reach);
    },
  };
}
