/** What the rooms call while media flows. Implemented by open-part.ts. */
import type { Party, TrackKind } from '../parties.ts';

/** What a reader has to know of a track; written into every segment of it. */
export type TrackFacts = {
  party: Party;
  kind: TrackKind;
  codec: 'opus' | 'VP8';
  payloadType: number;
  clockRate: number;
  channels?: number;
  ssrc: number;
  rtxSsrc?: number;
  /** Number of the abs-capture-time header extension, where the sender offers it. */
  absCaptureTimeId?: number;
};

export type RecordingPartOptions = {
  /** Length of a segment; a crash of the machine costs at most the open one. */
  segmentSeconds?: number;
  /** Packets are handed to the operating system at this interval. */
  flushMilliseconds?: number;
  /** A write that is pending for longer is a failure. */
  writeLimitMilliseconds?: number;
  /** So much may wait in memory for a slow disk; beyond it packets are dropped, counted, and the part has failed. */
  pendingLimitBytes?: number;
};

export interface TrackWriter {
  /** Folder of the track inside the part, such as `track-01-visitors-audio`. */
  readonly name: string;
  /** Takes a packet as it came; never throws and never waits. `arrival` is in nanoseconds since the epoch. */
  writeRtp(packet: Buffer, arrival: bigint): void;
  writeRtcp(packet: Buffer, arrival: bigint): void;
  /** RTP packets of this track that the operating system has taken. */
  packetsOnDisk(): number;
  /** Closes, hashes and chains the last segment. Later packets are ignored. Never rejects. */
  end(): Promise<void>;
}

export interface RecordingPart {
  /** Absolute folder of this part, such as `…/part-001`. */
  readonly folder: string;
  addTrack(facts: TrackFacts): TrackWriter;
  /**
   * True while nothing has failed, at least one track is open, and every open track has a packet on disk.
   * A new track makes it false until its first packet is written.
   */
  isWriting(): boolean;
  /** Called each time that `isWriting` turns true. */
  onWriting(listener: () => void): void;
  /** Called once, at the first failure; at once if the part has failed already. */
  onFailure(listener: (error: Error) => void): void;
  /** Ends every track and the part. Never rejects; what could not be written is recovered by sealing. */
  close(): Promise<void>;
}
