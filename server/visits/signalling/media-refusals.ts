import { MediaRefusal, type MediaRefusalCode } from '../../../sfu/media-node.ts';
import { signallingRefusals } from '../refusals.ts';

/** These pass by themselves; the rest is what the client asked for. */
const passing: readonly MediaRefusalCode[] = ['worker_missing', 'recording_failed'];

/** Says a media node's refusal as one of ours. */
export async function refusingMedia<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof MediaRefusal)) throw error;
    const { code } = error;
    throw passing.includes(code)
      ? signallingRefusals.media_unavailable({ code })
      : signallingRefusals.media_refused({ code });
  }
}
