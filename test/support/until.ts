import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is there; what it waits for is said by the test's name. */
export async function until<Thing>(
  look: () => Promise<Thing> | Thing,
  limitMs = 10_000,
): Promise<NonNullable<Thing>> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const thing = await look();
    if (thing) return thing;
    if (performance.now() > deadline) throw new Error('it did not come in time');
    await wait(20);
  }
}
