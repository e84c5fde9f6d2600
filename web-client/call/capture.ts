import { type DeviceTrouble, troubleBehind } from './device-trouble.ts';
import { type Observable, observable } from './observable.ts';

export type OwnTracks = { audio: MediaStreamTrack; video: MediaStreamTrack };

export type CaptureState =
  | { kind: 'asking' }
  | { kind: 'running'; stream: MediaStream; tracks: OwnTracks }
  | { kind: 'trouble'; trouble: DeviceTrouble };

/** Our own camera and microphone, for as long as the page wants them. */
export type Capture = { state: Observable<CaptureState>; tryAgain(): void; close(): void };

const wanted: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
};

const tryAgainMs = 5_000;

/**
 * Opens camera and microphone and keeps them open. A device that is missing or taken is tried again when devices change
 * and every few seconds: nobody has to touch a kiosk after a cable was put back.
 */
export function openCapture(): Capture {
  const state = observable<CaptureState>({ kind: 'asking' });
  let closed = false;
  let asking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    if (closed || asking || state.get().kind === 'running') return;
    asking = true;
    clearTimeout(timer);
    const next = await captureNow();
    asking = false;
    if (closed) {
      stop(next);
      return;
    }
    if (next.kind === 'running') watchEnd(next);
    else timer = setTimeout(ask, tryAgainMs);
    state.set(next);
  };

  const watchEnd = (running: CaptureState & { kind: 'running' }) => {
    for (const track of running.stream.getTracks()) {
      track.addEventListener('ended', () => {
        if (closed || state.get() !== running) return;
        stop(running);
        state.set({ kind: 'trouble', trouble: 'unplugged' });
        void ask();
      });
    }
  };

  const onDevices = () => void ask();
  navigator.mediaDevices?.addEventListener('devicechange', onDevices);
  void ask();
  return {
    state,
    tryAgain: () => void ask(),
    close() {
      closed = true;
      clearTimeout(timer);
      navigator.mediaDevices?.removeEventListener('devicechange', onDevices);
      stop(state.get());
    },
  };
}

async function captureNow(): Promise<CaptureState> {
  // Browsers hide the devices from pages that are neither https nor localhost.
  if (!navigator.mediaDevices) return { kind: 'trouble', trouble: 'page_not_secure' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    if (!audio || !video) return { kind: 'trouble', trouble: audio ? 'no_camera' : 'no_microphone' };
    return { kind: 'running', stream, tracks: { audio, video } };
  } catch (error) {
    return { kind: 'trouble', trouble: await troubleBehind(error) };
  }
}

function stop(state: CaptureState): void {
  if (state.kind === 'running') for (const track of state.stream.getTracks()) track.stop();
}
