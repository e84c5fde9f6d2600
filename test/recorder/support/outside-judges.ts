/** Programs that none of us wrote, asked what they think of our files. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from '../../../sfu/recorder/recording-files.ts';

const run = promisify(execFile);

/** All segments of a track put one behind the other: itself a capture. */
export async function joinSegments(trackFolder: string, into: string): Promise<string> {
  const names = (await listFiles(trackFolder)).filter((name) => name.endsWith('.pcapng'));
  await writeFile(
    into,
    Buffer.concat(await Promise.all(names.map((name) => readFile(join(trackFolder, name))))),
  );
  return into;
}

/** What Wireshark counts in a capture: packets and losses of each RTP stream. Throws when it cannot read the file. */
export async function countStreams(
  capture: string,
): Promise<{ ssrc: number; packets: number; lost: number }[]> {
  const decode = ['-d', 'udp.port==5004,rtp', '-d', 'udp.port==5005,rtcp'];
  const { stdout } = await run('tshark', ['-r', capture, ...decode, '-q', '-z', 'rtp,streams']);
  return [...stdout.matchAll(/ (0x[0-9A-F]{8}) +\S.*? (\d+) +(-?\d+) \(/g)].map((match) => ({
    ssrc: Number(match[1]),
    packets: Number(match[2]),
    lost: Number(match[3]),
  }));
}

/** Whether Wireshark finds anything malformed, or a wrong checksum or length. */
export async function findMalformed(capture: string): Promise<string> {
  const decode = ['-o', 'ip.check_checksum:TRUE', '-d', 'udp.port==5004,rtp', '-d', 'udp.port==5005,rtcp'];
  const filter = '_ws.malformed || ip.checksum.status == "Bad" || _ws.expert.severity >= 0x600000';
  const { stdout } = await run('tshark', ['-r', capture, ...decode, '-Y', filter]);
  return stdout;
}

export type Probe = {
  format: { start_time: string; duration: string; format_name: string };
  streams: { codec_name: string; width?: number; height?: number }[];
};

export async function probe(file: string): Promise<Probe> {
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_format',
    '-show_streams',
    '-of',
    'json',
    file,
  ]);
  return JSON.parse(stdout);
}

/** What ffmpeg complains of when it decodes everything; empty when all is well. */
export async function decodeComplaints(file: string): Promise<string> {
  return (await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'])).stderr;
}

/** Seconds at which the picture turns white and the sound begins, by ffmpeg's detectors. */
export async function findFlashesAndBeeps(file: string): Promise<{ flashes: number[]; beeps: number[] }> {
  const filters = ['-vf', 'blackdetect=d=0.1:pic_th=0.9:pix_th=0.3', '-af', 'silencedetect=n=-30dB:d=0.1'];
  const { stderr } = await run('ffmpeg', ['-copyts', '-i', file, ...filters, '-f', 'null', '-']);
  // The last of each is where the file ends.
  const times = (pattern: RegExp) =>
    [...stderr.matchAll(pattern)].map((match) => Number(match[1])).slice(0, -1);
  return { flashes: times(/black_end:([\d.]+)/g), beeps: times(/silence_end: ([\d.]+)/g) };
}

/** Presentation times of all pictures or sounds. */
export async function packetTimes(file: string, stream: 'v' | 'a'): Promise<number[]> {
  const args = [
    '-v',
    'error',
    '-select_streams',
    stream,
    '-show_entries',
    'packet=pts_time',
    '-of',
    'csv=p=0',
    file,
  ];
  const { stdout } = await run('ffprobe', args);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map(Number.parseFloat);
}
