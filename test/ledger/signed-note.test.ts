import { generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from '../../server/ledger/transparency-log/checkpoint.ts';
import { cosignatureTime, cosigner } from '../../server/ledger/transparency-log/cosignature.ts';
import { rawPublicKey } from '../../server/ledger/transparency-log/ed25519-key.ts';
import { hashLeaf } from '../../server/ledger/transparency-log/hash-algorithm.ts';
import {
  formatLogProof,
  parseLogProof,
  verifyLogProof,
} from '../../server/ledger/transparency-log/log-proof.ts';
import { inclusionProof, rootOfLeaves } from '../../server/ledger/transparency-log/merkle-proof.ts';
import { noteVerifier, parseKeyList } from '../../server/ledger/transparency-log/note-verifier.ts';
import {
  addSignature,
  ed25519Signer,
  NoteFault,
  openNote,
  signNote,
  splitNote,
} from '../../server/ledger/transparency-log/signed-note.ts';
import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
} from '../../server/ledger/transparency-log/verifier-key.ts';

/** The example of c2sp.org/signed-note. */
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
/** The example of golang.org/x/mod/sumdb/note. */
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goNote = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
/** The example of c2sp.org/tlog-cosignature: no keys are given, so it is only taken apart. */
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

const keys = (...vkeys: string[]) => parseKeyList(vkeys.join('\n')).map(noteVerifier);
const { privateKey } = generateKeyPairSync('ed25519');
const log = ed25519Signer('visits.example/ledger/baimaoling', privateKey);
const logKey = noteVerifier(log.key);

describe('A signed note', () => {
  it('is opened with the keys that the specification and Go give with theirs', () => {
    expect(openNote(exampleNote, keys(exampleKey)).text).to.equal('This is an example message.\n');
    expect(openNote(goNote, keys(exampleKey, goKey)).signatures.map(({ key }) => key.name)).to.deep.equal([
      'PeterNeumann',
    ]);
  });

  it('is written byte for byte as the specification says', () => {
    const text = 'héllo\n\nwörld\n';
    const raw = Buffer.concat([Buffer.from(log.key.keyId, 'hex'), sign(null, Buffer.from(text), privateKey)]);
    expect(signNote(text, [log])).to.equal(`${text}\n— ${log.key.name} ${raw.toString('base64')}\n`);
    expect(openNote(signNote(text, [log]), [logKey]).text).to.equal(text);
  });

  it('is refused without a known signature, with a false one, or out of form', () => {
    const refused = (note: string, ...vkeys: string[]) =>
      expect(() => openNote(note, keys(...vkeys))).to.throw(NoteFault);
    refused(exampleNote, goKey);
    refused(exampleNote);
    refused(exampleNote.replace('example message', 'eXample message'), exampleKey);
    refused(exampleNote.replace('IneyaQM=', 'IneyaQN='), exampleKey);
    refused(exampleNote.replace('Uw2QOkn8', 'Uw2QOkn9'), exampleKey);
    refused(exampleNote.replace('example message', 'example\tmessage'), exampleKey);
    refused(exampleNote.slice(0, -1), exampleKey);
    refused(exampleNote.replace('—', '-'), exampleKey);
    refused('no signatures\n\n', exampleKey);
    refused('', exampleKey);
    refused(`${exampleNote}${exampleNote.split('\n\n')[1]?.repeat(100)}`, exampleKey);
  });

  it('ignores signatures of unknown keys, also under a known name', () => {
    const { privateKey: stranger } = generateKeyPairSync('ed25519');
    const twice = addSignature(signNote('text\n', [log]), ed25519Signer(log.key.name, stranger));
    expect(openNote(twice, [logKey]).signatures).to.have.length(1);
  });

  it('writes and reads keys as vkeys, and refuses what is none', () => {
    for (const vkey of [exampleKey, goKey])
      expect(
        formatVerifierKey(parseVerifierKey(vkey) as NonNullable<ReturnType<typeof parseVerifierKey>>),
      ).to.equal(vkey);
    for (const bad of [
      '',
      'example.com/foo',
      exampleKey.replace('530d903a', '530d903b'),
      exampleKey.replace('530d903a', '530D903A'),
      exampleKey.replace('+Aeky', '+Beky'),
      exampleKey.slice(0, -4),
      exampleKey.replace('example.com/foo', 'example.com/ foo'),
    ])
      expect(parseVerifierKey(bad), bad).to.equal(undefined);
    expect(() => verifierKey('two words', 1, rawPublicKey(privateKey))).to.throw('not a key name');
  });
});

describe('A checkpoint', () => {
  it('is three lines, and may have more from others', () => {
    const { text } = splitNote(cosigned);
    const head = parseCheckpoint(text);
    expect(head).to.include({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpoint(head)).to.equal(text);
    expect(parseCheckpoint(`${text}an extension\n`).size).to.equal(20852163);
  });

  it('is refused out of form', () => {
    const [origin, size, root] = splitNote(cosigned).text.split('\n');
    for (const bad of [
      `${origin}\n${size}\n${root}`,
      `${origin}\n0${size}\n${root}\n`,
      `${origin}\n-1\n${root}\n`,
      `${origin}\n99999999999999999999\n${root}\n`,
      `${origin}\n${size}\n${root}\n\nextension\n`,
      `\n${size}\n${root}\n`,
      `${origin}\n${size}\n${root?.slice(4)}\n`,
      `${origin}\n${size}\n`,
    ])
      expect(() => parseCheckpoint(bad), bad).to.throw(NoteFault);
  });

  it('carries the cosignature of a witness beside the signature of the log', () => {
    const { privateKey: witnessKey } = generateKeyPairSync('ed25519');
    const witness = cosigner('prison.example/witness', witnessKey, 1679315147);
    const head = { origin: log.key.name, size: 5, root: Buffer.alloc(32, 7) };
    const note = addSignature(signNote(formatCheckpoint(head), [log]), witness);
    const both = openCheckpoint(note, [logKey, noteVerifier(witness.key)]);
    expect(both.signatures.map(({ key }) => key.type)).to.deep.equal([1, 4]);
    const bytes = both.signatures[1]?.signature as Buffer;
    expect(cosignatureTime(bytes)).to.equal(1679315147);
    const signed = `cosignature/v1\ntime 1679315147\n${formatCheckpoint(head)}`;
    expect(bytes.subarray(8)).to.deep.equal(sign(null, Buffer.from(signed), witnessKey));

    expect(() => openCheckpoint(note, [noteVerifier(witness.key)])).to.throw('not by the log');
    const vkey = formatVerifierKey(witness.key);
    expect(parseVerifierKey(vkey)).to.deep.equal(witness.key);
    expect(witness.key.keyId).to.not.equal(verifierKey(witness.key.name, 1, witness.key.publicKey).keyId);
    const later = Buffer.from(splitNote(note).lines[1]?.signature as Buffer);
    later[7] = (later[7] as number) + 1;
    const forged = Buffer.concat([Buffer.from(witness.key.keyId, 'hex'), later]).toString('base64');
    const postdated = note.replace(/(witness )\S+/, `$1${forged}`);
    expect(() => openCheckpoint(postdated, [logKey, noteVerifier(witness.key)])).to.throw('is false');
  });
});

describe('A log proof', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e'].map((entry) => hashLeaf('sha256', Buffer.from(entry)));
  const checkpoint = (upTo: Buffer[]) =>
    signNote(
      formatCheckpoint({ origin: log.key.name, size: upTo.length, root: rootOfLeaves('sha256', upTo) }),
      [log],
    );

  it('carries an entry’s place, its path and the head, and is checked offline', () => {
    for (const size of [1, 5]) {
      const upTo = leaves.slice(0, size);
      for (const [index, leaf] of upTo.entries()) {
        const proof = inclusionProof('sha256', upTo, index);
        const text = formatLogProof({ index, proof, checkpoint: checkpoint(upTo), extra: Buffer.from('x') });
        expect(text).to.match(/^c2sp\.org\/tlog-proof@v1\nextra eA==\nindex \d\n/);
        expect(parseLogProof(text)).to.deep.equal({
          index,
          proof,
          checkpoint: checkpoint(upTo),
          extra: Buffer.from('x'),
        });
        expect(verifyLogProof('sha256', text, leaf, [logKey])).to.include({ index, size });
        const other = hashLeaf('sha256', Buffer.from('z'));
        expect(() => verifyLogProof('sha256', text, other, [logKey])).to.throw('not in the signed head');
      }
    }
  });

  it('is refused out of form', () => {
    const good = formatLogProof({
      index: 1,
      proof: inclusionProof('sha256', leaves, 1),
      checkpoint: checkpoint(leaves),
    });
    for (const bad of [
      good.replace('@v1', '@v2'),
      good.replace('index 1', 'index 01'),
      good.replace('index 1\n', ''),
      good.replace('index 1\n', 'index 1\nAAAA\n'),
      good.replace('index 1\n', 'extra ?\nindex 1\n'),
      '',
    ])
      expect(() => verifyLogProof('sha256', bad, leaves[1] as Buffer, [logKey]), bad).to.throw(NoteFault);
  });
});
