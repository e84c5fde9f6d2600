export type FlowFacts = {
  participant: 'party' | 'watcher';
  gate: 'open' | 'shut';
  /** The client said that it is ready. */
  wanted: boolean;
  /** Packets of the track have reached the disk. */
  written: boolean;
};

/**
 * Whether media flows to a participant. A party receives only what is being recorded, and only while the gate
 * is open; a watcher supervises and sees the parties before and between, too.
 */
export function mayFlow({ participant, gate, wanted, written }: FlowFacts): boolean {
  if (!wanted) return false;
  return participant === 'watcher' || (gate === 'open' && written);
}
