export { makePlayable } from './make-playable.ts';
export type { RecordingManifest } from './manifest.ts';
export { openPart } from './open-part.ts';
export { createRecordingArchive } from './recording-archive.ts';
export type { RecordingPart, TrackFacts, TrackWriter } from './recording-part.ts';
export { sealRecording } from './seal-recording.ts';
export { verifyRecording } from './verify-recording.ts';
