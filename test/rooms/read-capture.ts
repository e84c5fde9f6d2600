import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The recorded RTP packets of one stream, as tshark reads them. */
export type CapturedStream = {
  /** Packets, each sequence number once. */
  packets: number;
  /** Bytes of payload by RTP timestamp. */
  bytesAt: Map<number, number>;
};

/**
 * Reads every stream of a recording by tshark, and not by our own code. Segments are captures that may
 * be put end to end.
 */
export function readCapture(folder: string): CapturedStream[] {
  const segments = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pcapng'))
    .sort();
  const whole = join(folder, 'whole.pcapng');
  writeFileSync(whole, Buffer.concat(segments.map((name) => readFileSync(join(folder, name)))));
  const fields = ['rtp.ssrc', 'rtp.seq', 'rtp.timestamp', 'rtp.payload'].flatMap((field) => ['-e', field]);
  const args = [
    '-r',
    whole,
    '-d',
    'udp.port==5004,rtp',
    '-Y',
    'udp.dstport==5004',
    '-T',
    'fields',
    ...fields,
  ];
  const text = execFileSync('tshark', args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

  const streams = new Map<string, CapturedStream & { seen: Set<string> }>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [ssrc = '', sequence = '', timestamp = '', payload = ''] = line.split('\t');
    const stream = streams.get(ssrc) ?? { packets: 0, bytesAt: new Map(), seen: new Set() };
    streams.set(ssrc, stream);
    if (stream.seen.has(sequence)) continue;
    stream.seen.add(sequence);
    stream.packets += 1;
    const at = Number(timestamp);
    const bytes = payload.replaceAll(':', '').length / 2;
    stream.bytesAt.set(at, (stream.bytesAt.get(at) ?? 0) + bytes);
  }
  return [...streams.values()];
}
