import type { types } from 'mediasoup';

const lookEveryMs = 1000;
/**
 * Looks without an answer. Time is counted in looks, because an event loop that was held up is not a
 * silent worker.
 */
const looksUnanswered = 6;

/**
 * Kills a worker that does not answer. Nothing could stop the media in it, so a room on it is worth less than
 * one that has to be opened again; the death is then told as any other. Returns how to stop.
 */
export function killWhenSilent(worker: types.Worker): () => void {
  let unanswered = 0;

  async function ask() {
    unanswered = 1;
    // A refusal is an answer, or the worker's end.
    await worker.getResourceUsage().catch(() => undefined);
    unanswered = 0;
  }

  const timer = setInterval(() => {
    if (unanswered === 0) ask();
    else if (unanswered < looksUnanswered) unanswered += 1;
    else {
      clearInterval(timer);
      process.kill(worker.pid, 'SIGKILL');
    }
  }, lookEveryMs).unref();
  return () => clearInterval(timer);
}
