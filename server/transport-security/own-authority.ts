import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import type { DateTime } from 'luxon';
import type { Clock } from '../clock.ts';

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const authorityYears = 20;
/** Browsers accept a certificate of a private authority for 825 days at most. */
const certificateDays = 800;
const renewDaysBefore = 90;

export type ServerCertificate = { certificate: string; key: string; authorityFile: string };

/**
 * The certificate for this host, from an authority of this installation that is made once and kept. Renewed at a start
 * when it is about to end or the host has another name; the authority, which terminals trust, stays.
 */
export async function certificateFor(
  host: string,
  dataDir: string,
  clock: Clock,
): Promise<ServerCertificate> {
  const folder = join(dataDir, 'tls');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await readOrMakeAuthority(folder, clock.now());
  const kept = readPair(folder, 'server');
  const pair =
    kept && (await isGoodFor(kept.certificate, host, authority.certificate, clock.now()))
      ? kept
      : await issueFor(host, authority, folder, clock.now());
  return {
    certificate: pair.certificate.toString('pem'),
    key: pair.key,
    authorityFile: join(folder, 'authority.crt'),
  };
}

type Pair = { certificate: x509.X509Certificate; key: string };

async function readOrMakeAuthority(folder: string, now: DateTime): Promise<Pair> {
  const kept = readPair(folder, 'authority');
  if (kept) return kept;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Xiaoan remote visits: authority of this installation',
    notBefore: now.minus({ days: 1 }).toJSDate(),
    notAfter: now.plus({ years: authorityYears }).toJSDate(),
    signingAlgorithm: algorithm,
    keys: keys as unknown as CryptoKeyPair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as unknown as CryptoKey),
    ],
  });
  return writePair(folder, 'authority', certificate, keys.privateKey);
}

async function issueFor(host: string, authority: Pair, folder: string, now: DateTime): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${host}`,
    issuer: authority.certificate.subject,
    notBefore: now.minus({ days: 1 }).toJSDate(),
    notAfter: now.plus({ days: certificateDays }).toJSDate(),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey as unknown as CryptoKey,
    signingKey: await importKey(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(namesOf(host)),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
    ],
  });
  return writePair(folder, 'server', certificate, keys.privateKey);
}

/** The machine itself may also use localhost, for health checks and maintenance. */
function namesOf(host: string): x509.JsonGeneralName[] {
  return [
    { type: isIP(host) ? 'ip' : 'dns', value: host },
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ];
}

async function isGoodFor(
  certificate: x509.X509Certificate,
  host: string,
  authority: x509.X509Certificate,
  now: DateTime,
): Promise<boolean> {
  const names = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  return (
    names.some((name) => name.value === host) &&
    certificate.notAfter > now.plus({ days: renewDaysBefore }).toJSDate() &&
    (await certificate.verify({ publicKey: authority.publicKey, signatureOnly: true }))
  );
}

function readPair(folder: string, name: string): Pair | undefined {
  try {
    return {
      certificate: new x509.X509Certificate(readFileSync(join(folder, `${name}.crt`), 'utf8')),
      key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    };
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writePair(
  folder: string,
  name: string,
  certificate: x509.X509Certificate,
  privateKey: webcrypto.CryptoKey,
): Promise<Pair> {
  const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY');
  writeWhole(join(folder, `${name}.key`), `${key}\n`, 0o600);
  // The certificate comes last: where it is, its key is.
  writeWhole(join(folder, `${name}.crt`), `${certificate.toString('pem')}\n`, 0o644);
  return { certificate, key };
}

function writeWhole(path: string, text: string, mode: number): void {
  writeFileSync(`${path}.new`, text, { mode, flush: true });
  renameSync(`${path}.new`, path);
}

function importKey(pem: string): Promise<CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, [
    'sign',
  ]) as unknown as Promise<CryptoKey>;
}
