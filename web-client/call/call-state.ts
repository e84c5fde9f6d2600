import type { Text } from '../../server/edge/language.ts';
import type { VisitSnapshot } from '../../server/visits/schema.ts';
import type { Party, TrackKind } from '../../sfu/media-node.ts';

/** The line to the server. `closed`: the server ended it on purpose, and it does not come back by itself. */
export type Line = 'connecting' | 'joined' | 'lost' | 'closed';
/** The way of picture and sound, which is another one than the line's. */
export type MediaPath = 'connecting' | 'connected' | 'broken';

export type ReceivedTracks = Partial<Record<TrackKind, MediaStreamTrack>>;
export type ShownWarning = { code: string; text: Text; at: string };

export type CallState = {
  line: Line;
  mediaPath: MediaPath;
  /** Why the server did not let us in, or closed the line. */
  refusal: { code: string; title: string } | null;
  snapshot: VisitSnapshot | null;
  /** When `snapshot` arrived, by performance.now(): what a countdown starts from. */
  snapshotArrivedAt: number;
  received: Record<Party, ReceivedTracks>;
  warning: ShownWarning | null;
  timeWarning: { minutes: number; at: string } | null;
};

export type CallEvent =
  | { type: 'joined'; snapshot: VisitSnapshot; now: number }
  | { type: 'stateArrived'; snapshot: VisitSnapshot; now: number }
  | { type: 'lineLost' }
  | { type: 'mediaLost' }
  | { type: 'refused'; refusal: { code: string; title: string }; final: boolean }
  | { type: 'mediaPathChanged'; mediaPath: MediaPath }
  | { type: 'trackReceived'; party: Party; kind: TrackKind; track: MediaStreamTrack }
  | { type: 'trackEnded'; party: Party; kind: TrackKind }
  | { type: 'warningShown'; warning: ShownWarning }
  | { type: 'timeWarning'; timeWarning: { minutes: number; at: string } };

const nothingReceived: CallState['received'] = { visitors: {}, prisoner: {} };

export const beforeJoining: CallState = {
  line: 'connecting',
  mediaPath: 'connecting',
  refusal: null,
  snapshot: null,
  snapshotArrivedAt: 0,
  received: nothingReceived,
  warning: null,
  timeWarning: null,
};

/** The one place where the state of a call changes. */
export function nextCallState(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'joined':
      return { ...state, line: 'joined', refusal: null, ...arrived(event) };
    case 'stateArrived':
      // Messages can overtake an answer: an older state never replaces a newer one.
      return state.snapshot && event.snapshot.version < state.snapshot.version
        ? state
        : { ...state, ...arrived(event) };
    case 'lineLost':
      return state.line === 'closed' ? state : { ...state, line: 'lost', ...withoutMedia };
    case 'mediaLost':
      return { ...state, ...withoutMedia };
    case 'refused':
      return {
        ...state,
        line: event.final ? 'closed' : 'lost',
        refusal: event.refusal,
        ...withoutMedia,
      };
    case 'mediaPathChanged':
      return { ...state, mediaPath: event.mediaPath };
    case 'trackReceived':
      return withTrack(state, event.party, { ...state.received[event.party], [event.kind]: event.track });
    case 'trackEnded':
      return withTrack(state, event.party, { ...state.received[event.party], [event.kind]: undefined });
    case 'warningShown':
      return { ...state, warning: event.warning };
    case 'timeWarning':
      return { ...state, timeWarning: event.timeWarning };
  }
}

const withoutMedia = { received: nothingReceived, mediaPath: 'connecting' } as const;

function arrived({ snapshot, now }: { snapshot: VisitSnapshot; now: number }) {
  return { snapshot, snapshotArrivedAt: now };
}

function withTrack(state: CallState, party: Party, tracks: ReceivedTracks): CallState {
  return { ...state, received: { ...state.received, [party]: tracks } };
}
