export { readOrMakeKeyFile } from './key-file.ts';
export { openSealing, type Sealing } from './sealing.ts';
