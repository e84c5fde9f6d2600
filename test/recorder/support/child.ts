/** Running a script of this folder in a process of its own, where the disk, the pool or the process itself can be spoilt. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const childScript = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export type Child = { process: ChildProcess; output: () => string };

export function startChild(command: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return { process: child, output: () => output };
}

export async function runChild(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { process: child, output } = startChild(command, args, env);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output()}`);
  return output();
}
