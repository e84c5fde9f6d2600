import type { types } from 'mediasoup';

/** What a publisher's sender report says, as mediasoup traces it. */
type SenderReport = {
  ntpSec: number;
  ntpFrac: number;
  rtpTs: number;
  packetCount: number;
  octetCount: number;
};

const isCount = (value: unknown): value is number => Number.isInteger(value);

function readReport({ ntpSec, ntpFrac, rtpTs, packetCount, octetCount }: Record<string, unknown>) {
  const known = [ntpSec, ntpFrac, rtpTs, packetCount, octetCount].every(isCount);
  return known ? ({ ntpSec, ntpFrac, rtpTs, packetCount, octetCount } as SenderReport) : undefined;
}

/** A sender report without reception blocks (RFC 3550, section 6.4.1). */
export function encodeSenderReport(ssrc: number, report: SenderReport): Buffer {
  const packet = Buffer.alloc(28);
  packet.set([0x80, 200, 0, 6]);
  const { ntpSec, ntpFrac, rtpTs, packetCount, octetCount } = report;
  [ssrc, ntpSec, ntpFrac, rtpTs, packetCount, octetCount].forEach((word, index) => {
    packet.writeUInt32BE(word, 4 + 4 * index);
  });
  return packet;
}

/**
 * Tells every sender report of the publisher under the SSRC that its packets have in the recording; their RTP
 * timestamps are the same there. They are traced at the producer because mediasoup (3.27) starts no RTCP
 * timer on a DirectTransport: its `rtcp` event never comes. Returns how to stop.
 */
export async function followSenderReports(
  producer: types.Producer,
  ssrc: number,
  onReport: (packet: Buffer) => void,
): Promise<() => void> {
  function onTrace({ type, info }: types.ProducerTraceEventData) {
    const report = type === 'sr' ? readReport(info) : undefined;
    if (report) onReport(encodeSenderReport(ssrc, report));
  }
  producer.on('trace', onTrace);
  await producer.enableTraceEvent(['sr']);
  return () => producer.off('trace', onTrace);
}
