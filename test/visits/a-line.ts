import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server on loopback, which a test can cut, mend, or freeze: then nothing says that it is gone. */
export type Line = { port: number; cut(): void; mend(): void; freeze(): void; close(): void };

export async function openLine(port: number): Promise<Line> {
  const open = new Set<Socket>();
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const drop = () => {
    for (const end of open) end.destroy();
  };
  return {
    port: (line.address() as AddressInfo).port,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    freeze() {
      for (const end of open) end.unpipe().pause();
    },
    close() {
      drop();
      line.close();
    },
  };
}
