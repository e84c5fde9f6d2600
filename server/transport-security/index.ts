export { certificateFor, type ServerCertificate } from './own-authority.ts';
