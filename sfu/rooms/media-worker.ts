import { createWorker, type types } from 'mediasoup';

/** A worker process with the one port on which all its transports listen, over UDP and TCP. */
export type MediaWorker = { worker: types.Worker; webRtcServer: types.WebRtcServer; port: number };

export type MediaWorkerOptions = {
  workerBinary: string;
  listenAddress: string;
  /** What clients are told when it is not the listening address. */
  announcedAddress?: string;
  /** Tried in this order; the first free one is taken. */
  ports: readonly number[];
};

export async function startMediaWorker(options: MediaWorkerOptions): Promise<MediaWorker> {
  const worker = await createWorker({ workerBin: options.workerBinary, logLevel: 'warn' });
  try {
    return { worker, ...(await listen(worker, options)) };
  } catch (error) {
    worker.close();
    throw error;
  }
}

async function listen(worker: types.Worker, options: MediaWorkerOptions) {
  let refusal: unknown = new Error('no port is left in the range');
  for (const port of options.ports) {
    const address = { ip: options.listenAddress, announcedAddress: options.announcedAddress, port };
    try {
      const webRtcServer = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...address },
          { protocol: 'tcp', ...address },
        ],
      });
      return { webRtcServer, port };
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}
