export { makePlayable } from './make-playable.ts';
export type {
  ManifestBody,
  ManifestPart,
  ManifestTrack,
  MissingPackets,
  RecordingManifest,
} from './manifest.ts';
export { openPart } from './open-part.ts';
export { createRecordingArchive } from './recording-archive.ts';
export type { RecordingPart, RecordingPartOptions, TrackFacts, TrackWriter } from './recording-part.ts';
export { sealRecording } from './seal-recording.ts';
export { type RecordingVerdict, verifyRecording } from './verify-recording.ts';
