/** RTP as real encoders send it: ffmpeg's libvpx and libopus over loopback. */
import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export type TimedPacket = { packet: Buffer; arrival: bigint };

export const video = { kind: 'video', codec: 'VP8', payloadType: 96, clockRate: 90_000, ssrc: 1111 } as const;
export const audio = {
  kind: 'audio',
  codec: 'opus',
  payloadType: 111,
  clockRate: 48_000,
  channels: 2,
  ssrc: 2222,
} as const;

async function listen(into: TimedPacket[]): Promise<{ socket: Socket; port: number }> {
  const socket = createSocket('udp4');
  socket.on('message', (packet) => into.push({ packet, arrival: 0n }));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.setRecvBufferSize(4 * 1024 * 1024);
  return { socket, port: socket.address().port };
}

export type Encoded = {
  video: TimedPacket[];
  videoReports: TimedPacket[];
  audio: TimedPacket[];
  audioReports: TimedPacket[];
};

/** When the first packets arrive. */
export const start = BigInt(Date.UTC(2026, 10, 24, 6)) * 1_000_000n;

/** Arrivals as from a good network, however busy this machine is: as the media runs, with up to 8 ms of jitter. */
function pace(packets: TimedPacket[], clockRate: number): TimedPacket[] {
  const first = packets[0]?.packet.readUInt32BE(4) ?? 0;
  return packets.map(({ packet }, index) => {
    const media = ((packet.readUInt32BE(4) - first) >>> 0) / clockRate;
    return { packet, arrival: start + BigInt(Math.round(media * 1e9) + ((index * 7919) % 9) * 1_000_000) };
  });
}

/** Each second begins with a white picture and a beep of 40 ms; both encoders send in real time. */
export async function encodeFlashAndBeep(options: {
  seconds: number;
  size?: string;
  firstSequence?: number;
}): Promise<Encoded> {
  const { seconds, size = '320x240', firstSequence = 0 } = options;
  const encoded: Encoded = { video: [], videoReports: [], audio: [], audioReports: [] };
  const lists = [encoded.video, encoded.videoReports, encoded.audio, encoded.audioReports];
  const sockets = await Promise.all(lists.map(listen));
  const [videoPort, videoReportPort, audioPort, audioReportPort] = sockets.map(({ port }) => port);
  const picture = `color=black:s=${size}:r=25:d=${seconds},geq=lum='if(lt(mod(T,1),0.04),235,16+mod(X+Y+N,8))':cb=128:cr=128`;
  const sound = `aevalsrc='if(lt(mod(t,1),0.04),0.8*sin(2*PI*1000*t),0)':d=${seconds}:s=48000`;
  const rtp = (facts: { payloadType: number; ssrc: number }) =>
    ['-payload_type', facts.payloadType, '-ssrc', facts.ssrc, '-seq', firstSequence, '-f', 'rtp'].map(String);
  const args = [
    ...['-v', 'error', '-re', '-f', 'lavfi', '-i', picture, '-re', '-f', 'lavfi', '-i', sound],
    ...['-map', '0', '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '25', '-b:v', '800k'],
    ...[...rtp(video), `rtp://127.0.0.1:${videoPort}?rtcpport=${videoReportPort}&pkt_size=700`],
    ...['-map', '1', '-c:a', 'libopus', '-ac', '2', '-application', 'voip', ...rtp(audio)],
    `rtp://127.0.0.1:${audioPort}?rtcpport=${audioReportPort}`,
  ];
  const encoder = spawn('ffmpeg', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(encoder, 'close');
  for (const { socket } of sockets) socket.close();
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return {
    video: pace(encoded.video, video.clockRate),
    videoReports: encoded.videoReports.map(({ packet }) => ({ packet, arrival: start })),
    audio: pace(encoded.audio, audio.clockRate),
    audioReports: encoded.audioReports.map(({ packet }) => ({ packet, arrival: start })),
  };
}

/** The same packets, gone on from another place: later, and with numbers that follow. */
export function continued(
  packets: TimedPacket[],
  by: { sequence: number; timestamp: number; nanoseconds: bigint },
): TimedPacket[] {
  return packets.map(({ packet, arrival }) => {
    const copy = Buffer.from(packet);
    copy.writeUInt16BE((copy.readUInt16BE(2) + by.sequence) & 0xffff, 2);
    copy.writeUInt32BE((copy.readUInt32BE(4) + by.timestamp) >>> 0, 4);
    return { packet: copy, arrival: arrival + by.nanoseconds };
  });
}

export const sequenceOf = ({ packet }: TimedPacket) => packet.readUInt16BE(2);

/** Packets made up, where only their headers matter. */
export function plainPacket(sequence: number, ssrc: number = audio.ssrc): Buffer {
  const packet = Buffer.alloc(60, sequence & 0xff);
  packet[0] = 0x80;
  packet[1] = audio.payloadType;
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE((sequence * 960) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}
