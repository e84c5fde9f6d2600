import type { Language } from '../../server/edge/language.ts';
import type { PublishedTrack } from '../../sfu/media-node.ts';
import { beforeJoining, type CallEvent, type CallState, nextCallState } from './call-state.ts';
import type { Capture, OwnTracks } from './capture.ts';
import { type MediaSession, startMedia } from './media-session.ts';
import { type Observable, observable } from './observable.ts';
import { ask, openSignalling } from './signalling.ts';
import { SignallingRefused } from './signalling-refused.ts';

export type VisitCall = {
  state: Observable<CallState>;
  /** Joins anew after the server closed the line or refused. */
  joinAgain(): void;
  /** For supervisors. @throws SignallingRefused, SignallingLost */
  stop(): Promise<void>;
  pause(): Promise<void>;
  leave(): void;
};

export type JoinOptions = {
  visitId: string;
  as: 'visit_room' | 'terminal' | 'supervisor';
  language: Language;
  /** What a party sends. */
  capture?: Capture;
};

const joinAgainMs = 3_000;

/**
 * Takes part in a visit until `leave`. A line that breaks, a worker that dies or a server that restarts are all mended the
 * same way: throw this joining's media away and join again.
 */
export function openVisitCall({ visitId, as, language, capture }: JoinOptions): VisitCall {
  const state = observable(beforeJoining);
  const tell = (event: CallEvent) => state.set(nextCallState(state.get(), event));
  const socket = openSignalling(language);
  let media: MediaSession | undefined;
  // Each joining has a number: what an earlier one still brings comes too late.
  let joining = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Tracks that were announced while this joining's media was still being set up.
  let early: PublishedTrack[] = [];

  const dropMedia = () => {
    joining += 1;
    clearTimeout(timer);
    media?.close();
    media = undefined;
    early = [];
  };

  const join = async () => {
    dropMedia();
    const mine = joining;
    try {
      const joined = await ask(socket, 'join', { visitId, as });
      if (mine !== joining) return;
      tell({ type: 'joined', snapshot: joined.snapshot, now: performance.now() });
      const started = await startMedia(socket, joined, ownTracks(capture), {
        received: (track, mediaTrack) =>
          mine === joining &&
          tell({ type: 'trackReceived', party: track.party, kind: track.kind, track: mediaTrack }),
        ended: ({ party, kind }) => mine === joining && tell({ type: 'trackEnded', party, kind }),
        pathChanged: (mediaPath) => mine === joining && tell({ type: 'mediaPathChanged', mediaPath }),
      });
      if (mine !== joining) return started.close();
      media = started;
      for (const track of early.splice(0)) await started.receive(track);
    } catch (error) {
      if (mine !== joining) return;
      dropMedia();
      if (error instanceof SignallingRefused) {
        tell({ type: 'refused', refusal: { code: error.code, title: error.message }, final: false });
      } else {
        tell({ type: 'lineLost' });
      }
      if (socket.connected) timer = setTimeout(join, joinAgainMs);
    }
  };

  const connectSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), joinAgainMs);
  };

  socket.on('connect', join);
  socket.on('rejoin', () => {
    tell({ type: 'mediaLost' });
    void join();
  });
  socket.on('disconnect', (reason) => {
    dropMedia();
    tell({ type: 'lineLost' });
    // A server that goes down in order says goodbye, and then the line does not come back by itself.
    if (reason === 'io server disconnect' && state.get().line !== 'closed') connectSoon();
  });
  socket.on('connect_error', (error) => {
    const refusal = refusalIn(error);
    if (refusal) tell({ type: 'refused', refusal, final: false });
    if (!socket.active) connectSoon();
  });
  socket.on('refused', (refusal) => {
    dropMedia();
    // Another page of this device took over: coming back by itself would only throw that one out in turn.
    const final = refusal.code === 'replaced';
    tell({ type: 'refused', refusal, final });
  });
  socket.on('visitState', (snapshot) => tell({ type: 'stateArrived', snapshot, now: performance.now() }));
  socket.on('trackPublished', (track) => {
    if (media) void media.receive(track).catch(() => join());
    else early.push(track);
  });
  socket.on('trackEnded', (track) => {
    early = early.filter(({ producerId }) => producerId !== track.producerId);
    media?.forget(track);
  });
  socket.on('warningShown', (warning) => tell({ type: 'warningShown', warning }));
  socket.on('timeWarning', (timeWarning) => tell({ type: 'timeWarning', timeWarning }));

  const unfollow = capture?.state.subscribe(() => {
    const tracks = ownTracks(capture);
    if (tracks) void media?.replaceOwnTracks(tracks).catch(() => join());
  });

  return {
    state,
    joinAgain: () => (socket.connected ? void join() : void socket.connect()),
    stop: async () => void (await ask(socket, 'stop', {})),
    pause: async () => void (await ask(socket, 'pause', {})),
    leave() {
      unfollow?.();
      dropMedia();
      socket.disconnect();
    },
  };
}

/** What the server said when it did not let the line in. */
function refusalIn(error: Error & { data?: unknown }): { code: string; title: string } | undefined {
  const { code, title } = (error.data ?? {}) as { code?: string; title?: string };
  return code && title ? { code, title } : undefined;
}

function ownTracks(capture: Capture | undefined): OwnTracks | undefined {
  const state = capture?.state.get();
  return state?.kind === 'running' ? state.tracks : undefined;
}
