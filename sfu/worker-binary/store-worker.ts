import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { cachedWorkerPath, workerCacheFolder } from './cache-path.ts';

const scratchPrefix = '.scratch-';
const dayOld = 24 * 60 * 60 * 1000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A folder for one set-up's download and build, in the cache so that it is on the same file system. Its name says whose
 * it is, so that two set-ups never share one, and what a killed set-up left is removed by the next.
 */
export function makeScratchFolder(): string {
  const cache = workerCacheFolder();
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(scratchPrefix))) {
    const [pid, ...host] = name.slice(scratchPrefix.length).split('-');
    const abandoned = host.join('-') === hostname() && !isRunning(Number(pid));
    const old = Date.now() - statSync(join(cache, name)).mtimeMs > dayOld;
    if (abandoned || old) rmSync(join(cache, name), { recursive: true, force: true });
  }
  const scratch = join(cache, `${scratchPrefix}${process.pid}-${hostname()}`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  return scratch;
}

/** Puts a proven worker in the cache in one step: whoever looks sees the whole binary or none. */
export function storeWorker(binary: string): string {
  const target = cachedWorkerPath();
  mkdirSync(dirname(target), { recursive: true });
  const incoming = `${target}.${process.pid}`;
  copyFileSync(binary, incoming);
  const file = openSync(incoming, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(incoming, target);
  return target;
}
