import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits: the secret of a session or of a station. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Only this is stored: whoever reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// Without I, L, O, 0, 1, which a person at a terminal takes for one another.
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Eight letters, about 40 bits: enough behind a limit of tries, and little enough to type. */
export function newCode(): string {
  return Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

/** Four groups of four, about 79 bits: read out or written down once, and replaced at the first sign-in. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
