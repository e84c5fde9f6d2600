import type { types } from 'mediasoup-client';

/** One encoded frame as it came out of the network, before decoding. */
export type Frame = { timestamp: number; bytes: number };

const workerSource = `
onrtctransform = ({ transformer }) => {
  const tell = new TransformStream({
    transform(frame, out) {
      transformer.options.port.postMessage({
        timestamp: frame.getMetadata().rtpTimestamp ?? frame.timestamp,
        bytes: frame.data.byteLength,
      });
      out.enqueue(frame);
    },
  });
  transformer.readable.pipeThrough(tell).pipeTo(transformer.writable);
};
`;

/** Notes every frame that a consumer receives from now on. */
export function tapFrames(consumer: types.Consumer): Frame[] {
  const frames: Frame[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => frames.push(data);
  const worker = new Worker(URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' })));
  const receiver = consumer.rtpReceiver;
  if (!receiver) throw new Error('a consumer without a receiver');
  receiver.transform = new RTCRtpScriptTransform(worker, { port: port2 }, [port2]);
  return frames;
}
