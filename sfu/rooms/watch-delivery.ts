import type { RecordedTrack } from './recorded-track.ts';

const askEveryMs = 2000;
const answerLimitMs = 5000;

/**
 * Looks after the way from worker to recorder: asks the worker how many packets it sent to the recorder, and compares. Says once what
 * is wrong: packets that did not come, or a worker that does not answer. Returns how to stop it.
 */
export function watchDelivery(
  tracks: ReadonlyMap<string, RecordedTrack>,
  onFault: (reason: string) => void,
): () => void {
  let askedAt: number | undefined;

  async function ask() {
    askedAt = performance.now();
    // A refusal means that the track or the worker has just gone, which is told elsewhere.
    const answers = [...tracks.values()].map((track) => track.gotEverything().catch(() => true));
    const complete = (await Promise.all(answers)).every(Boolean);
    askedAt = undefined;
    if (!complete) fault('packets from the worker are missing');
  }

  function fault(reason: string) {
    clearInterval(timer);
    onFault(reason);
  }

  const timer = setInterval(() => {
    if (askedAt === undefined) ask();
    else if (performance.now() - askedAt > answerLimitMs) fault('the worker does not answer');
  }, askEveryMs).unref();
  return () => clearInterval(timer);
}
