/**
 * A recorder in a process of its own: writes an audio packet every 2 ms until it fails, or for ever, and prints as JSON
 * lines what it was told. Arguments: folder and, if files are to hang after half a second, a named pipe without a
 * writer: opening it holds up the one thread that UV_THREADPOOL_SIZE=1 leaves for all files.
 */
import { open } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openPart } from '../../../sfu/recorder/index.ts';
import { audio, plainPacket } from './real-packets.ts';

const [folder = '', pipe] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const part = await openPart(folder, { segmentSeconds: 0.5 });
const failures: string[] = [];
part.onFailure((error) => {
  failures.push(error.message);
  say({ failed: error.message, isWriting: part.isWriting() });
});
const track = part.addTrack({ party: 'visitors', ...audio });
let sent = 0;
for (; failures.length === 0; sent += 1) {
  track.writeRtp(plainPacket(sent), BigInt(Date.now()) * 1_000_000n);
  if (pipe && sent === 200) open(pipe, 'r', () => undefined);
  if (sent % 50 === 0) say({ sent, onDisk: track.packetsOnDisk() });
  await setTimeout(2);
}
// More packets come before anyone hears of the failure.
for (let late = 0; late < 100; late += 1)
  track.writeRtp(plainPacket(sent + late), BigInt(Date.now()) * 1_000_000n);
await setTimeout(200);
await part.close();
say({ closed: true, sent, onDisk: track.packetsOnDisk(), failures });
