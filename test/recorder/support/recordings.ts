import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackWriter } from '../../../sfu/recorder/index.ts';
import type { TimedPacket } from './real-packets.ts';

const folders: string[] = [];

/** A folder for one recording, inside one of its own. */
export async function recordingFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  folders.push(folder);
  return join(folder, 'visit-1');
}

export async function removeRecordingFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

export function feed(track: TrackWriter, packets: TimedPacket[], reports: TimedPacket[] = []): void {
  for (const { packet, arrival } of packets) track.writeRtp(packet, arrival);
  for (const { packet, arrival } of reports) track.writeRtcp(packet, arrival);
}
