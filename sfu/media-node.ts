/**
 * What the server asks of a media node, and what a media node tells the server.
 *
 * Everything here is plain data, so that the same interface serves in the server's process and over the network.
 * A media node knows rooms, parties and watchers; it knows nothing of people, rules or the database.
 */
import type { types } from 'mediasoup';
import type { Party, TrackKind } from './parties.ts';
import type { RecordingManifest } from './recorder/manifest.ts';

export { type Party, parties, type TrackKind } from './parties.ts';
export type { RecordingManifest } from './recorder/manifest.ts';

/** A party publishes and sees the other party; a watcher sees both and publishes nothing. */
export type Participant =
  | { kind: 'party'; party: Party; connectionId: string }
  | { kind: 'watcher'; connectionId: string };

export type TransportDirection = 'send' | 'receive';

/** What mediasoup-client needs to make its end of a transport. */
export type TransportDescription = {
  id: string;
  iceParameters: types.IceParameters;
  iceCandidates: types.IceCandidate[];
  dtlsParameters: types.DtlsParameters;
};

/** A producer that a participant may watch. */
export type PublishedTrack = { producerId: string; party: Party; kind: TrackKind };

export type ConsumerDescription = PublishedTrack & {
  id: string;
  rtpParameters: types.RtpParameters;
};

/** What a media node reports by itself. */
export type MediaNodeEvent =
  /** The first packets of every published track of the room are on disk. */
  | { type: 'recorderWriting'; roomId: string }
  /** The recorder cannot write; the gate was shut before this was said. */
  | { type: 'recorderFailed'; roomId: string; reason: string }
  | { type: 'trackPublished'; roomId: string; track: PublishedTrack }
  | { type: 'trackEnded'; roomId: string; track: PublishedTrack }
  /** The party's transports lost their peer, or came back. */
  | { type: 'partyConnected'; roomId: string; party: Party }
  | { type: 'partyLost'; roomId: string; party: Party }
  /** The worker died: every room named here is gone and has to be opened again. */
  | { type: 'roomsLost'; roomIds: string[] };

/** Refusals by code; the server turns them into answers. */
export type MediaRefusalCode =
  | 'room_not_found'
  | 'transport_not_found'
  | 'producer_not_found'
  | 'consumer_not_found'
  | 'not_a_party'
  | 'track_already_published'
  | 'codec_not_supported'
  /** What the client says of its end of a transport is not usable. */
  | 'parameters_refused'
  | 'worker_missing'
  | 'recording_failed';

export class MediaRefusal extends Error {
  readonly code: MediaRefusalCode;
  constructor(code: MediaRefusalCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'MediaRefusal';
    this.code = code;
  }
}

export interface MediaNode {
  /** Makes the room, gate shut, or does nothing if it is there. */
  openRoom(roomId: string): Promise<{ routerRtpCapabilities: types.RtpCapabilities }>;
  /**
   * Records every track of the room, those published and those to come, into a new part of `folder`
   * (made if missing). Idempotent while recording.
   */
  startRecording(roomId: string, folder: string): Promise<void>;
  /** True only while every published track's packets reach the disk. */
  isRecorderWriting(roomId: string): boolean;
  /**
   * Lets the parties receive each other, or stops them at once. Refuses with `recording_failed`
   * to open while the recorder is not writing. Watchers are not touched by the gate.
   */
  setGate(roomId: string, gate: 'open' | 'shut'): Promise<void>;
  /** Ends all media of the room; closes the open part of its recording, without sealing it. */
  closeRoom(roomId: string): Promise<void>;

  createTransport(
    roomId: string,
    participant: Participant,
    direction: TransportDirection,
  ): Promise<TransportDescription>;
  connectTransport(roomId: string, transportId: string, dtlsParameters: types.DtlsParameters): Promise<void>;
  restartIce(roomId: string, transportId: string): Promise<types.IceParameters>;
  publish(
    roomId: string,
    transportId: string,
    kind: TrackKind,
    rtpParameters: types.RtpParameters,
  ): Promise<PublishedTrack>;
  /** The tracks that this participant may consume now: the other party's, or for a watcher both. */
  watchableTracks(roomId: string, participant: Participant): PublishedTrack[];
  /** Starts paused; `resumeConsumer` when the client is ready. A party's consumer flows only while the gate is open. */
  consume(
    roomId: string,
    transportId: string,
    producerId: string,
    rtpCapabilities: types.RtpCapabilities,
  ): Promise<ConsumerDescription>;
  resumeConsumer(roomId: string, consumerId: string): Promise<void>;
  /** Forgets all transports of a connection that went away. */
  leave(roomId: string, connectionId: string): Promise<void>;

  onEvent(listener: (event: MediaNodeEvent) => void): void;
  /** Whether a worker is alive and able to take a room; with the reason when not. */
  health(): Promise<{ ok: true } | { ok: false; reason: string }>;
  close(): Promise<void>;
}

/** What the server does with the files of a recording once its room is closed. All offline, on the folder alone. */
export interface RecordingArchive {
  /** Closes what a crash left open, hashes and chains it, writes and returns the manifest. Idempotent. */
  seal(folder: string): Promise<RecordingManifest>;
  /** Makes the playable WebM of each party and the timeline, niced, one at a time. Idempotent. */
  makePlayable(folder: string): Promise<void>;
}
