import { type KeyObject, sign, verify } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { publicKeyFromRaw, rawPublicKey } from './ed25519-key.ts';
import { isKeyName, signatureTypes, type VerifierKey, verifierKey } from './verifier-key.ts';

/** One who signs notes under a name: c2sp.org/signed-note, or c2sp.org/tlog-cosignature for a witness. */
export type NoteSigner = { key: VerifierKey; sign(text: string): Buffer };

/** One whose signatures are accepted. */
export type NoteVerifier = { key: VerifierKey; verify(text: string, signature: Buffer): boolean };

export type NoteSignature = { key: VerifierKey; signature: Buffer };

/** A note is not what it should be; the message says how. */
export class NoteFault extends Error {}

/** More are refused; the specification asks for at least 16. */
const mostSignatures = 100;

export function ed25519Signer(name: string, privateKey: KeyObject): NoteSigner {
  return {
    key: verifierKey(name, signatureTypes.ed25519, rawPublicKey(privateKey)),
    sign: (text) => sign(null, Buffer.from(text), privateKey),
  };
}

export function ed25519Verifier(key: VerifierKey): NoteVerifier {
  const publicKey = publicKeyFromRaw(key.publicKey);
  return {
    key,
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, signature),
  };
}

/** Signs `text`, which ends in a newline, as each of `signers`. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || hasControlCharacters(text)) throw new NoteFault('the text cannot be a note');
  return `${text}\n${signers.map((signer) => signatureLine(signer, text)).join('')}`;
}

/** Adds a signature to a note without touching those it has. */
export function addSignature(note: string, signer: NoteSigner): string {
  return note + signatureLine(signer, splitNote(note).text);
}

function signatureLine(signer: NoteSigner, text: string): string {
  const signature = Buffer.concat([Buffer.from(signer.key.keyId, 'hex'), signer.sign(text)]);
  return `— ${signer.key.name} ${signature.toString('base64')}\n`;
}

/**
 * Checks a note: signatures of unknown keys are ignored, every signature of a known key must be good, and there must be
 * one. @throws NoteFault
 */
export function openNote(
  note: string,
  verifiers: readonly NoteVerifier[],
): { text: string; signatures: NoteSignature[] } {
  const { text, lines } = splitNote(note);
  const signatures: NoteSignature[] = [];
  for (const { name, keyId, signature } of lines) {
    const verifier = verifiers.find(({ key }) => key.name === name && key.keyId === keyId);
    if (verifier === undefined || signatures.some(({ key }) => key === verifier.key)) continue;
    if (!verifier.verify(text, signature)) throw new NoteFault(`the signature of ${name} is false`);
    signatures.push({ key: verifier.key, signature });
  }
  if (signatures.length === 0) throw new NoteFault('no signature is of a known key');
  return { text, signatures };
}

type SignatureLine = { name: string; keyId: string; signature: Buffer };

/** Takes a note apart without believing it. @throws NoteFault */
export function splitNote(note: string): { text: string; lines: SignatureLine[] } {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n') || hasControlCharacters(note)) throw new NoteFault('not a note');
  const lines = note
    .slice(blank + 2, -1)
    .split('\n')
    .map(parseSignatureLine);
  if (lines.length > mostSignatures) throw new NoteFault('too many signatures');
  return { text: note.slice(0, blank + 1), lines };
}

function parseSignatureLine(line: string): SignatureLine {
  const [dash, name, encoded, ...rest] = line.split(' ');
  const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
  if (dash !== '—' || !name || !isKeyName(name) || bytes === undefined || bytes.length < 5 || rest.length > 0)
    throw new NoteFault('not a signature line');
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

function hasControlCharacters(text: string): boolean {
  for (const character of text) {
    if (character < ' ' && character !== '\n') return true;
  }
  return false;
}
