export { createMediaNode, type MediaNodeSettings } from './media-node-in-process.ts';
export { createRecordingArchive, openPart } from './recorder/index.ts';
export type { WorkerBinary } from './rooms/find-executable.ts';
export type { MediaLogger } from './rooms/logger.ts';
