import { access, constants } from 'node:fs/promises';

/** Where the worker's binary is, or how to find it. It may appear later, and is looked for at every start. */
export type WorkerBinary = string | (() => string | undefined | Promise<string | undefined>);

/** The path, if a file that can be executed is there. */
export async function findExecutable(binary: WorkerBinary): Promise<string | undefined> {
  const path = typeof binary === 'string' ? binary : await binary();
  if (path === undefined) return undefined;
  return access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  );
}
