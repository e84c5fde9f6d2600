import { cosignatureVerifier } from './cosignature.ts';
import { ed25519Verifier, type NoteVerifier } from './signed-note.ts';
import { parseVerifierKey, signatureTypes, type VerifierKey } from './verifier-key.ts';

export function noteVerifier(key: VerifierKey): NoteVerifier {
  return key.type === signatureTypes.cosignature ? cosignatureVerifier(key) : ed25519Verifier(key);
}

/** The keys of a `keys.txt`: a vkey a line; empty lines are passed over. @throws Error naming a line that is no key */
export function parseKeyList(text: string): VerifierKey[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const key = parseVerifierKey(line);
    if (key === undefined) throw new Error(`not a verifier key: ${line}`);
    return key;
  });
}
