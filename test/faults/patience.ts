import { setTimeout as wait } from 'node:timers/promises';

/** Far longer than anything takes, also on a machine with other work to do. */
const patienceMs = 90_000;

type Answer<T> = T | undefined | false;

/** Asks until there is an answer. What is waited for stands in the line that asks. */
export async function until<T>(ask: () => Promise<Answer<T>> | Answer<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await wait(100);
  }
  throw new Error(`it did not come within ${patienceMs / 1000} seconds: ${ask}`);
}
