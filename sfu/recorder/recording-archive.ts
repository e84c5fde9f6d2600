import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RecordingArchive } from '../media-node.ts';
import { sealRecording } from './seal-recording.ts';

const command = fileURLToPath(new URL('./commands/make-playable.ts', import.meta.url));

/** In a process of its own, so that live visits are not held up; it ends when this one does. */
function runMakePlayable(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(command, [folder], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`Making ${folder} playable failed (${signal ?? code}): ${complaint.trim()}`));
    });
  });
}

/** The archive of one server process: recordings are made playable one at a time. */
export function createRecordingArchive(): RecordingArchive {
  let last: Promise<void> = Promise.resolve();
  return {
    seal: sealRecording,
    makePlayable(folder) {
      const made = last.then(() => runMakePlayable(folder));
      last = made.catch(() => undefined);
      return made;
    },
  };
}
