import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { installedMediasoup, recipeFolder } from './cache-path.ts';
import { mesonArguments, type SourceEdit, sourceEdits } from './recipe/source-edits.ts';
import { runTool } from './run-tool.ts';

/** What the build needs from the system: Debian's package, and the program or file that shows that it is there. */
export const buildNeeds = [
  { debianPackage: 'meson', program: 'meson' },
  { debianPackage: 'ninja-build', program: 'ninja' },
  { debianPackage: 'pkg-config', program: 'pkg-config' },
  { debianPackage: 'g++', program: 'c++' },
  { debianPackage: 'libuv1-dev', file: '/usr/include/uv.h' },
  { debianPackage: 'libssl-dev', file: '/usr/include/openssl/ssl.h' },
  { debianPackage: 'libsrtp2-dev', file: '/usr/include/srtp2/srtp.h' },
  { debianPackage: 'libabsl-dev', file: '/usr/include/absl/types/optional.h' },
  { debianPackage: 'libflatbuffers-dev', file: '/usr/include/flatbuffers/flatbuffers.h' },
  { debianPackage: 'flatbuffers-compiler', program: 'flatc' },
];

/** The text with the edit made; refuses a text in which the place is missing or not the only one. */
export function editOnce(text: string, edit: SourceEdit): string {
  const [before, after, ...more] = text.split(edit.from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `${edit.file} of this mediasoup has not exactly one "${edit.from}" to change (${edit.why})`,
    );
  }
  return `${before}${edit.to}${after}`;
}

/** A copy of the installed worker's source in `source`, changed as the recipe says. */
function prepareSource(source: string): void {
  cpSync(join(installedMediasoup().folder, 'worker'), source, { recursive: true });
  // Upstream's are download instructions; ours resolve to the system's libraries.
  rmSync(join(source, 'subprojects'), { recursive: true });
  cpSync(join(recipeFolder, 'subprojects'), join(source, 'subprojects'), { recursive: true });
  for (const edit of sourceEdits) {
    const file = join(source, edit.file);
    writeFileSync(file, editOnce(readFileSync(file, 'utf8'), edit));
  }
}

/** As many compilers at once as there are processors, and a gigabyte of memory for each. */
function parallelJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30)));
}

/**
 * Builds the worker in an empty folder from the source that the npm package ships, against the system's libraries.
 * @returns the path of the binary inside `folder`.
 */
export async function buildWorkerFromSource(
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<string> {
  const source = join(folder, 'worker');
  prepareSource(source);
  await runTool('meson', ['setup', 'out', ...mesonArguments], { cwd: source });
  await runTool('ninja', ['-C', 'out', '-j', String(parallelJobs()), 'mediasoup-worker'], {
    cwd: source,
    env: { ...process.env, NINJA_STATUS: '[%f/%t] ' },
    onLine: (line) => {
      const [, done, total] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
      if (done && total) onProgress(Number(done), Number(total));
    },
  });
  return join(source, 'out', 'mediasoup-worker');
}
