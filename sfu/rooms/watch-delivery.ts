import type { RecordedTrack } from './recorded-track.ts';

const lookEveryMs = 1000;
/**
 * Looks without an answer. Time is counted in looks, because an event loop that was held up is not a
 * silent worker.
 */
const looksUnanswered = 4;

/**
 * Looks after the way from worker to recorder: asks the worker how many packets it sent to the recorder, and
 * compares. Says once what is wrong: packets that did not come, or a worker that does not answer. Returns how
 * to stop it.
 */
export function watchDelivery(
  tracks: ReadonlyMap<string, RecordedTrack>,
  onFault: (reason: string) => void,
): () => void {
  let unanswered = 0;

  async function ask() {
    unanswered = 1;
    // A refusal means that the track or the worker has just gone, which is told elsewhere.
    const answers = [...tracks.values()].map((track) => track.gotEverything().catch(() => true));
    const complete = (await Promise.all(answers)).every(Boolean);
    unanswered = 0;
    if (!complete) fault('packets from the worker are missing');
  }

  function fault(reason: string) {
    clearInterval(timer);
    onFault(reason);
  }

  const timer = setInterval(() => {
    if (unanswered === 0) ask();
    else if (unanswered >= looksUnanswered) fault('the worker does not answer');
    else unanswered += 1;
  }, lookEveryMs).unref();
  return () => clearInterval(timer);
}
