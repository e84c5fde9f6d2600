import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { VisitEvent } from './visit-state.ts';

type StopEvent = Extract<VisitEvent, { type: 'stop' }>;

/**
 * Stops that were obeyed while the database was away, on disk until they are written there: a stop that was
 * acknowledged is not lost, whatever dies meanwhile.
 */
export type PendingStops = {
  /** Settles when a stop of this visit is on disk: this one, or one before it. */
  keep(visitId: string, event: StopEvent): Promise<void>;
  forget(visitId: string): Promise<void>;
  list(): Promise<{ visitId: string; event: StopEvent }[]>;
};

export function openPendingStops(dataDir: string): PendingStops {
  const folder = join(dataDir, 'pending-stops');
  const fileOf = (visitId: string) => join(folder, `${visitId}.json`);
  return {
    async keep(visitId, event) {
      await mkdir(folder, { recursive: true });
      const written = join(folder, `${randomUUID()}.new`);
      const file = await open(written, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify(event));
        await file.sync();
      } finally {
        await file.close();
      }
      await link(written, fileOf(visitId)).catch((error: { code?: string }) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await rm(written);
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
    },
    async forget(visitId) {
      await rm(fileOf(visitId), { force: true });
    },
    async list() {
      const names = await readdir(folder).catch((error: { code?: string }) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const kept = names.filter((name) => name.endsWith('.json'));
      return Promise.all(
        kept.map(async (name) => ({
          visitId: name.slice(0, -'.json'.length),
          event: JSON.parse(await readFile(join(folder, name), 'utf8')) as StopEvent,
        })),
      );
    },
  };
}
