import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a built worker fits: a change of any of these needs another binary. */
export interface WorkerIdentity {
  mediasoup: string;
  platform: string;
  arch: string;
  /** `glibc2.36`, `musl`, or the platform's name where there is no choice. A new Debian release has another one. */
  libc: string;
  /** Hash of the folder `recipe/`. */
  recipe: string;
}

/** The installed mediasoup package: its folder, and its version. */
export function installedMediasoup(): { folder: string; version: string } {
  const folder = fileURLToPath(new URL('../../', import.meta.resolve('mediasoup')));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** The folder of everything that this project changes about upstream's build. */
export const recipeFolder = fileURLToPath(new URL('./recipe', import.meta.url));

/** Hash over the names and contents of all files of a folder, whatever order the file system lists them in. */
export function hashFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function libcName(): string {
  if (process.platform !== 'linux') return process.platform;
  // Without this, the report looks up the name of every network peer.
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime ? `glibc${header.glibcVersionRuntime}` : 'musl';
}

/** The identity of the worker that this machine and this checkout need. */
export function neededWorker(): WorkerIdentity {
  return {
    mediasoup: installedMediasoup().version,
    platform: process.platform,
    arch: process.arch,
    libc: libcName(),
    recipe: hashFolder(recipeFolder),
  };
}

/** The name of a worker's folder in the cache. */
export function workerCacheKey(worker: WorkerIdentity): string {
  return [worker.mediasoup, worker.platform, worker.arch, worker.libc, worker.recipe.slice(0, 12)].join('-');
}

/** The cache of built workers; outside the checkout, so that a new clone finds what an old one built. */
export function workerCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  // The XDG specification says that a relative path is to be ignored.
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'xiaoan', 'mediasoup-worker');
}

/** Where the worker of this checkout lies in the cache, whether it is there yet or not. */
export function cachedWorkerPath(env: NodeJS.ProcessEnv = process.env): string {
  return join(workerCacheFolder(env), workerCacheKey(neededWorker()), 'mediasoup-worker');
}
