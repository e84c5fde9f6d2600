import { type SpawnOptions, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A tool that failed, with the end of what it printed. */
export class ToolFailed extends Error {}

export interface ToolOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'signal'> {
  /** Gets each line that the tool prints. */
  onLine?: (line: string) => void;
}

const linesKept = 40;

/** Runs a tool to its end, quietly; rejects with the end of its output when it cannot start or fails. */
export function runTool(command: string, args: string[], options: ToolOptions = {}): Promise<void> {
  const { onLine, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const lastLines: string[] = [];
    const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lastLines.push(line);
        if (lastLines.length > linesKept) lastLines.shift();
        onLine?.(line);
      });
    }
    const fail = (what: string): void =>
      reject(new ToolFailed([`${command} ${args.join(' ')}: ${what}`, ...lastLines].join('\n    ')));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => (code === 0 ? resolve() : fail(`ended with ${signal ?? code}`)));
  });
}
