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

/** Notes every frame that a receiver gets from now on. */
export function tapFrames(receiver: RTCRtpReceiver, frames: Frame[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => frames.push(data);
  const worker = new Worker(URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' })));
  receiver.transform = new RTCRtpScriptTransform(worker, { port: port2 }, [port2]);
}
