import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Clock } from './clock.ts';
import { type Settings, SettingsUnusable } from './settings.ts';
import { certificateFor } from './transport-security/index.ts';

export type Listener = {
  server: Server;
  /** Where people open the system. */
  origin: string;
  secure: boolean;
  /** What the terminals have to trust, when the certificate is of our own authority. */
  authorityFile: string | undefined;
};

type Security = { certificate: string; key: string; authorityFile: string | undefined };

/** Makes the server, not yet listening: https with PUBLIC_HOST or a given certificate, else http for this machine alone. */
export async function makeListener(settings: Settings, clock: Clock): Promise<Listener> {
  const security = await securityOf(settings, clock);
  const host = settings.publicHost ?? 'localhost';
  const server = security
    ? createHttpsServer({ cert: security.certificate, key: security.key, minVersion: 'TLSv1.2' })
    : createHttpServer();
  return {
    server,
    origin: `${security ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${settings.port}`,
    secure: security !== undefined,
    authorityFile: security?.authorityFile,
  };
}

async function securityOf(settings: Settings, clock: Clock): Promise<Security | undefined> {
  if (settings.tls) {
    const { certificateFile, keyFile } = settings.tls;
    return {
      certificate: readGiven('TLS_CERT', certificateFile),
      key: readGiven('TLS_KEY', keyFile),
      authorityFile: undefined,
    };
  }
  return settings.publicHost ? certificateFor(settings.publicHost, settings.dataDir, clock) : undefined;
}

function readGiven(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SettingsUnusable(`${name}: ${path} cannot be read (${(error as { code?: string }).code})`);
  }
}

/** @throws SettingsUnusable when the port cannot be had */
export function startListening(
  { server }: Listener,
  settings: Settings,
  answer: RequestListener,
): Promise<void> {
  server.on('request', answer);
  // Without PUBLIC_HOST nothing but this machine has a use for the server, and nothing else gets at it.
  const host = settings.publicHost === undefined && settings.tls === undefined ? '127.0.0.1' : undefined;
  return new Promise((resolve, reject) => {
    // Stays for good: what goes wrong with one connection once the server listens must not end the process.
    server.on('error', (error: { code?: string }) =>
      reject(new SettingsUnusable(`PORT: ${settings.port} cannot be used (${error.code})`)),
    );
    server.listen(settings.port, host, () => resolve());
  });
}
