import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { MediaRefusal } from '../media-node.ts';
import { findExecutable, type WorkerBinary } from './find-executable.ts';
import type { MediaLogger } from './logger.ts';
import { type MediaWorker, startMediaWorker } from './media-worker.ts';
import { killWhenSilent } from './watch-worker.ts';

export type WorkerPool = {
  /**
   * The live worker with the least load; waits a little for one that is being started. Refuses with
   * `worker_missing`.
   */
  take(load: (worker: MediaWorker) => number): Promise<MediaWorker>;
  /** Whether a worker is alive and answers. */
  health(): Promise<{ ok: true } | { ok: false; reason: string }>;
  close(): void;
};

export type WorkerPoolOptions = {
  workerBinary: WorkerBinary;
  listenAddress: string;
  announcedAddress?: string;
  ports: { from: number; to: number };
  workers: number;
  logger: MediaLogger;
  /** The worker is gone, and all that was on it. */
  onLost(worker: MediaWorker): void;
};

const firstPauseMs = 250;
const longestPauseMs = 5000;
/** A worker that lived so long did not die of its start: the next one is started without a pause. */
const soundLifeMs = 10_000;
const startLimitMs = 5000;
const answerLimitMs = 2000;
/** A wrong address fails on every port alike; it is not worth going through thousands. */
const portsTried = 16;

/** `expected` while a worker is likely to be there in a moment: at the first start, and after a death. */
type Slot = { live?: MediaWorker; expected: boolean; reason: string };

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { ports, logger, onLost } = options;
  const closed = new AbortController();
  const starts = new EventEmitter().setMaxListeners(0);
  const slots = Array.from(
    { length: options.workers },
    (): Slot => ({ expected: true, reason: 'worker_starting' }),
  );
  const alive = () => slots.flatMap(({ live }) => live ?? []);

  async function start(index: number): Promise<MediaWorker> {
    const workerBinary = await findExecutable(options.workerBinary);
    if (workerBinary === undefined) throw new MediaRefusal('worker_missing');
    const taken = new Set(alive().map(({ port }) => port));
    const size = ports.to - ports.from + 1;
    const inTurn = Array.from({ length: size }, (_, step) => ports.from + ((index + step) % size));
    const free = inTurn.filter((port) => !taken.has(port)).slice(0, portsTried);
    return startMediaWorker({ ...options, workerBinary, ports: free });
  }

  async function attempt(slot: Slot, index: number): Promise<void> {
    try {
      const started = await start(index);
      if (closed.signal.aborted) return started.worker.close();
      slot.live = started;
      slot.reason = '';
      logger.info({ pid: started.worker.pid, port: started.port }, 'media worker started');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Tried again every few seconds; said once.
      if (reason !== slot.reason) logger.error({ reason }, 'media worker cannot be started');
      slot.reason = reason;
    }
    slot.expected = false;
    starts.emit('attempt');
  }

  /** Waits for the worker's end and says how long it lived. */
  async function life(slot: Slot, { worker }: MediaWorker): Promise<number> {
    const bornAt = performance.now();
    const unwatch = killWhenSilent(worker);
    if (!worker.closed) await once(worker.observer, 'close');
    unwatch();
    const lost = slot.live;
    slot.live = undefined;
    if (closed.signal.aborted || !lost) return 0;
    // mediasoup itself closes its workers when this process is told to end; then no new one is wanted.
    if (worker.died) slot.expected = true;
    else closed.abort();
    slot.reason = 'worker_died';
    logger.error({ pid: worker.pid }, 'media worker is gone');
    onLost(lost);
    return performance.now() - bornAt;
  }

  async function keepAlive(slot: Slot, index: number): Promise<void> {
    let failures = 0;
    while (!closed.signal.aborted) {
      await attempt(slot, index);
      const livedMs = slot.live ? await life(slot, slot.live) : 0;
      failures = livedMs > soundLifeMs ? 0 : failures + 1;
      const pauseMs = failures === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
      await wait(pauseMs, undefined, { signal: closed.signal, ref: false }).catch(() => undefined);
    }
  }

  slots.forEach((slot, index) => {
    keepAlive(slot, index).catch((error) => logger.error({ error }, 'media worker is not looked after'));
  });

  return {
    async take(load) {
      const limit = AbortSignal.any([closed.signal, AbortSignal.timeout(startLimitMs)]);
      for (;;) {
        const [first, ...others] = alive();
        if (first) return others.reduce((least, next) => (load(next) < load(least) ? next : least), first);
        const reason = slots.find((slot) => slot.reason)?.reason;
        if (limit.aborted || !slots.some(({ expected }) => expected)) {
          throw new MediaRefusal('worker_missing', reason);
        }
        await once(starts, 'attempt', { signal: limit }).catch(() => undefined);
      }
    },
    async health() {
      if (closed.signal.aborted) return { ok: false, reason: 'closed' };
      const answers = alive().map(({ worker }) => answersInTime(worker.getResourceUsage()));
      if ((await Promise.all(answers)).some(Boolean)) return { ok: true };
      return { ok: false, reason: answers.length > 0 ? 'worker_silent' : (slots[0]?.reason ?? 'no_workers') };
    },
    close() {
      closed.abort();
      for (const { worker } of alive()) worker.close();
    },
  };
}

async function answersInTime(answer: Promise<unknown>): Promise<boolean> {
  const limit = wait(answerLimitMs, false, { ref: false });
  return Promise.race([
    answer.then(
      () => true,
      () => false,
    ),
    limit,
  ]);
}
