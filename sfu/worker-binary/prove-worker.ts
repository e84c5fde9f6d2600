import { setTimeout as delay } from 'node:timers/promises';

/** Starts a worker binary and has it do a little of everything; rejects when it cannot. */
export async function proveWorker(binary: string): Promise<void> {
  // Loaded only here: a set-up that finds its worker in the cache has no use for mediasoup.
  const { createWorker } = await import('mediasoup');
  const worker = await createWorker({ workerBin: binary, logLevel: 'error' });
  const died = new Promise<never>((_, reject) => worker.once('died', reject));
  const silent = new AbortController();
  const proof = async (): Promise<void> => {
    const router = await worker.createRouter({
      mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 }],
    });
    const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;
    await router.createWebRtcTransport({ listenInfos: [listenInfo] });
    // SRTP between two transports, so that the encryption library is used, too.
    const [near, far] = [
      await router.createPlainTransport({ listenInfo, enableSrtp: true }),
      await router.createPlainTransport({ listenInfo, enableSrtp: true }),
    ];
    await near.connect({ ip: '127.0.0.1', port: far.tuple.localPort, srtpParameters: far.srtpParameters });
  };
  const timeout = delay(20_000, undefined, { signal: silent.signal }).then(() => {
    throw new Error('the worker did not answer within 20 s');
  });
  try {
    await Promise.race([proof(), died, timeout]);
  } finally {
    silent.abort();
    worker.close();
  }
}
