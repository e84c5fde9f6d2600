import { randomBytes } from 'node:crypto';
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMigrated } from '../../db/migrate.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Foundation } from '../foundation.ts';

export type Check = { ok: true } | { ok: false; reason: string };

/** What a visit needs, each by itself, so that whoever looks knows what to mend. */
export type Readiness = { ready: boolean; checks: { database: Check; worker: Check; disk: Check } };

/** Two parties at full quality, and the playable copies made from them, for some hours. */
export const minimumFreeBytes = 1_000_000_000;
const databaseAnswersWithin = 3_000;

/** Anybody may ask, as often as they like: who asks while a look is under way shares it, so that the disk is written by one. */
export function shareReadiness(foundation: Foundation, mediaNode: MediaNode): () => Promise<Readiness> {
  let looking: Promise<Readiness> | undefined;
  return () => {
    looking ??= checkReadiness(foundation, mediaNode).finally(() => {
      looking = undefined;
    });
    return looking;
  };
}

async function checkReadiness(foundation: Foundation, mediaNode: MediaNode): Promise<Readiness> {
  const [database, worker, disk] = await Promise.all([
    checkDatabase(foundation),
    mediaNode.health(),
    checkDisk(foundation.dataDir),
  ]);
  return { ready: database.ok && worker.ok && disk.ok, checks: { database, worker, disk } };
}

async function checkDatabase({ db }: Foundation): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'does not answer' }), databaseAnswersWithin);
  });
  const answer = isMigrated(db).then(
    (migrated): Check =>
      migrated ? { ok: true } : { ok: false, reason: 'its schema is not of this version' },
    (error: { code?: string }): Check => ({
      ok: false,
      reason: `cannot be used: ${error.code ?? 'no connection'}`,
    }),
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** @param dataDir where recordings and documents go */
export async function checkDisk(dataDir: string): Promise<Check> {
  const probe = join(dataDir, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < minimumFreeBytes) {
      return { ok: false, reason: `only ${Math.floor((bavail * bsize) / 1_000_000)} MB are free` };
    }
    await writeFile(probe, 'x'.repeat(4096), { flush: true });
    await unlink(probe);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: `cannot be written: ${(error as { code?: string }).code}` };
  }
}
