/** Makes a sealed recording playable, at the lowest priority. Started by the archive, or by hand with a folder. */
import { constants, setPriority } from 'node:os';
import { makePlayable } from '../make-playable.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: make-playable DIRECTORY\n');
  process.exitCode = 2;
} else {
  setPriority(constants.priority.PRIORITY_LOW);
  // Whoever started this is gone, and will start it anew.
  const giveUp = () => process.exit(1);
  process.once('disconnect', giveUp);
  try {
    await makePlayable(folder);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
  process.off('disconnect', giveUp);
  if (process.connected) process.disconnect();
}
