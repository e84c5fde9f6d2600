/**
 * The browser's side of a participant: what the tests ask of a page. Bundled for the page by ../open-
 * participant.ts.
 */
import { Device, type types } from 'mediasoup-client';
import type { ConsumerDescription, PublishedTrack, TransportDescription } from '../../../sfu/media-node.ts';
import { type Frame, tapFrames } from './tap-frames.ts';

type Ask = (method: string, ...parameters: unknown[]) => Promise<unknown>;

/** What a page has received of one track. */
export type Received = {
  party: string;
  kind: string;
  producerId: string;
  packetsReceived: number;
  framesDecoded: number;
  totalAudioEnergy: number;
};

declare global {
  interface Window {
    askNode: Ask;
    participant: typeof participant;
  }
}

// Chromium offers it only on demand; with it the recording has sound and picture of one clock.
const absCaptureTime = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';
const device = new Device({ forcedRtpExtensions: { [absCaptureTime]: true } });
const watched = new Map<
  string,
  { description: ConsumerDescription; consumer: types.Consumer; frames: Frame[] }
>();
let sender: types.Transport | undefined;
let receiver: types.Transport | undefined;

async function ask<Answer>(method: string, ...parameters: unknown[]): Promise<Answer> {
  return (await window.askNode(method, ...parameters)) as Answer;
}

async function connect(direction: 'send' | 'receive'): Promise<types.Transport> {
  const description = await ask<TransportDescription>('createTransport', direction);
  const transport =
    direction === 'send' ? device.createSendTransport(description) : device.createRecvTransport(description);
  transport.on('connect', ({ dtlsParameters }, done, refuse) => {
    ask('connectTransport', transport.id, dtlsParameters).then(done, refuse);
  });
  transport.on('produce', ({ kind, rtpParameters }, done, refuse) => {
    ask<PublishedTrack>('publish', transport.id, kind, rtpParameters).then(
      ({ producerId }) => done({ id: producerId }),
      refuse,
    );
  });
  return transport;
}

const participant = {
  load: (routerRtpCapabilities: types.RtpCapabilities) => device.load({ routerRtpCapabilities }),

  async publish(kinds: ('audio' | 'video')[]): Promise<void> {
    sender ??= await connect('send');
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: kinds.includes('audio'),
      video: kinds.includes('video') && { width: 320, height: 240, frameRate: 15 },
    });
    for (const track of stream.getTracks()) await sender.produce({ track });
  },

  async watch({ producerId }: PublishedTrack): Promise<void> {
    receiver ??= await connect('receive');
    const description = await ask<ConsumerDescription>(
      'consume',
      receiver.id,
      producerId,
      device.recvRtpCapabilities,
    );
    const frames: Frame[] = [];
    const consumer = await receiver.consume({
      ...(description as types.ConsumerOptions),
      onRtpReceiver: (rtpReceiver) => tapFrames(rtpReceiver, frames),
    });
    watched.set(producerId, { description, consumer, frames });
    const element = document.createElement(description.kind);
    element.id = `${description.party}-${description.kind}`;
    element.srcObject = new MediaStream([consumer.track]);
    document.body.append(element);
    await ask('resumeConsumer', description.id);
    element.play().catch(() => undefined);
  },

  async received(): Promise<Received[]> {
    return Promise.all(
      [...watched.values()].map(async ({ description, consumer }) => {
        const { party, kind, producerId } = description;
        const stats =
          [...(await consumer.getStats()).values()].find(({ type }) => type === 'inbound-rtp') ?? {};
        const { packetsReceived = 0, framesDecoded = 0, totalAudioEnergy = 0 } = stats;
        return { party, kind, producerId, packetsReceived, framesDecoded, totalAudioEnergy };
      }),
    );
  },

  frames: (producerId: string): Frame[] => watched.get(producerId)?.frames ?? [],

  /** The picture that is shown now, as an image's address; two that differ have moved. */
  picture(party: string): string {
    const video = document.querySelector<HTMLVideoElement>(`#${party}-video`);
    const canvas = document.createElement('canvas');
    if (video) canvas.getContext('2d')?.drawImage(video, 0, 0, 300, 150);
    return canvas.toDataURL();
  },
};

window.participant = participant;
