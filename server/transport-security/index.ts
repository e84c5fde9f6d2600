export { certificateFor } from './own-authority.ts';
