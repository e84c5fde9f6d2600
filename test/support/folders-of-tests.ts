import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const roomNeeded = 4_000_000_000;

/**
 * Where tests make their folders: memory, if there is enough of it. A disk is waited for at each table of each test's
 * database. What the tests show is the same: they kill processes, never the machine.
 */
export function foldersOfTests(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > roomNeeded ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
