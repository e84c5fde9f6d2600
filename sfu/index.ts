export { createMediaNode, type MediaNodeSettings } from './media-node-in-process.ts';
export { createRecordingArchive, openPart } from './recorder/index.ts';
