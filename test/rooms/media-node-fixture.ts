import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMediaNode, type MediaNodeSettings, openPart } from '../../sfu/index.ts';
import type { MediaNode, MediaNodeEvent } from '../../sfu/media-node.ts';
import { findWorkerBinary } from '../../sfu/worker-binary/index.ts';
import { until } from '../support/until.ts';

/** A media node on loopback with everything that it said, and a folder for recordings. */
export type NodeUnderTest = {
  node: MediaNode;
  events: MediaNodeEvent[];
  /** Process ids of the workers, in the order of their start. */
  workers: number[];
  folder: string;
  /** Waits for an event of this type and shape that has come, or comes. */
  told<Type extends MediaNodeEvent['type']>(
    type: Type,
    like?: (event: Extract<MediaNodeEvent, { type: Type }>) => boolean,
  ): Promise<Extract<MediaNodeEvent, { type: Type }>>;
  close(): Promise<void>;
};

export function startNode(settings: Partial<MediaNodeSettings> = {}): NodeUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'visits-media-'));
  const events: MediaNodeEvent[] = [];
  const workers: number[] = [];
  const node = createMediaNode({
    workerBinary: findWorkerBinary,
    listenAddress: '127.0.0.1',
    ports: { from: 42_000, to: 42_099 },
    openPart,
    logger: {
      info: (fields) => 'pid' in fields && workers.push(Number(fields.pid)),
      warn() {},
      error() {},
    },
    ...settings,
  });
  node.onEvent((event) => events.push(event));
  return {
    node,
    events,
    workers,
    folder,
    told: (type, like = () => true) =>
      until(async () =>
        events.find(
          (event): event is Extract<MediaNodeEvent, { type: typeof type }> =>
            event.type === type && like(event as never),
        ),
      ),
    async close() {
      await node.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
