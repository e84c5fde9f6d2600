/**
 * Nanoseconds since the epoch that never run backwards. The wall clock is read once, when the clock is made;
 * a recording part takes a new one, so that a correction of the wall clock cannot bend time inside a part nor
 * build up over the weeks.
 */
export function createEpochClock(wallClockMs: () => number = Date.now): () => bigint {
  const offset = BigInt(wallClockMs()) * 1_000_000n - process.hrtime.bigint();
  return () => process.hrtime.bigint() + offset;
}
