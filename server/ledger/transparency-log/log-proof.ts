import { decodeBase64 } from './base64.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type HashAlgorithm, hashSize } from './hash-algorithm.ts';
import { NoteFault, type NoteVerifier } from './signed-note.ts';
import { verifyInclusion } from './verify-merkle-proof.ts';

/** That an entry stands in a log, to be checked offline: c2sp.org/tlog-proof. */
export type LogProof = {
  index: number;
  proof: readonly Buffer[];
  /** The signed, perhaps cosigned head, verbatim. */
  checkpoint: string;
  /** Bytes that travel along; nothing vouches for them. */
  extra?: Buffer;
};

const firstLine = 'c2sp.org/tlog-proof@v1';

export function formatLogProof({ index, proof, checkpoint, extra }: LogProof): string {
  const lines = [
    firstLine,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @throws NoteFault */
export function parseLogProof(text: string): LogProof {
  const blank = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(blank, 0)).split('\n');
  if (first !== firstLine) throw new NoteFault('not a log proof');
  let extra: Buffer | undefined;
  if (lines[0]?.startsWith('extra ')) {
    extra = decodeBase64(lines[0].slice('extra '.length));
    if (extra === undefined) throw new NoteFault('the extra data is not base64');
    lines.shift();
  }
  const index = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined) throw new NoteFault('the log proof has no index');
  const proof = lines.map(decodeBase64);
  if (!proof.every((hash): hash is Buffer => hash?.length === hashSize))
    throw new NoteFault('a hash of the log proof is not one');
  const parsed = { index: Number(index), proof, checkpoint: text.slice(blank + 2) };
  return extra === undefined ? parsed : { ...parsed, extra };
}

/** Checks that the leaf stands where the proof says in a head signed by a known log. @throws NoteFault */
export function verifyLogProof(
  algorithm: HashAlgorithm,
  text: string,
  leafHash: Buffer,
  verifiers: readonly NoteVerifier[],
): ReturnType<typeof openCheckpoint> & { index: number } {
  const { index, proof, checkpoint } = parseLogProof(text);
  const head = openCheckpoint(checkpoint, verifiers);
  if (!verifyInclusion(algorithm, { leafHash, index, proof, size: head.size, root: head.root }))
    throw new NoteFault('the entry is not in the signed head');
  return { ...head, index };
}
