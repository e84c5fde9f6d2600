export function runInView(
  command: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<number>;
export function runQuietly(command: string, args: string[], cwd: string): Promise<string>;
