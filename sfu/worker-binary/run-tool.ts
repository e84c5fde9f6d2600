import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

/** A tool that failed, with the end of what it printed. */
export class ToolFailed extends Error {}

export interface ToolOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'signal'> {
  /** Gets each line that the tool prints. */
  onLine?: (line: string) => void;
}

const linesKept = 40;
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a tool to its end, quietly; rejects with the end of its output when it cannot start or fails. When this process is
 * told to end, the tool ends with it: a build that nobody waits for any more must not go on in the background.
 */
export function runTool(command: string, args: string[], options: ToolOptions = {}): Promise<void> {
  const { onLine, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const lastLines: string[] = [];
    const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
    const endBoth = (signal: (typeof endingSignals)[number]): void => {
      child.kill(signal);
      process.exit(128 + constants.signals[signal]);
    };
    for (const signal of endingSignals) process.once(signal, endBoth);
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
    child.on('close', (code, signal) => {
      for (const name of endingSignals) process.off(name, endBoth);
      if (code === 0) resolve();
      else fail(`ended with ${signal ?? code}`);
    });
  });
}
