import { existsSync } from 'node:fs';
import { cachedWorkerPath } from './cache-path.ts';

/**
 * The mediasoup worker to run, for `createWorker({ workerBin })`: what MEDIASOUP_WORKER_BIN names, else the one that
 * the set-up put in the cache for the installed version of mediasoup. Undefined when the set-up has not run here.
 */
export function findWorkerBinary(): string | undefined {
  if (process.env.MEDIASOUP_WORKER_BIN) return process.env.MEDIASOUP_WORKER_BIN;
  const cached = cachedWorkerPath();
  return existsSync(cached) ? cached : undefined;
}
