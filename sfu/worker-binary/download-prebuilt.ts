import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedMediasoup } from './cache-path.ts';
import { runTool, ToolFailed } from './run-tool.ts';

/** How long the server may take to answer, and how long the whole may take. */
const answerWithin = 10_000;
const completeWithin = 180_000;

/**
 * Tries mediasoup's own download of a prebuilt worker (its release, or the mirror that
 * MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL names) into an empty folder; mediasoup also checks that it runs here.
 * @returns the path of the binary, or undefined when there is none to be had.
 */
export async function downloadPrebuiltWorker(folder: string): Promise<string | undefined> {
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) return undefined;
  mkdirSync(folder, { recursive: true });
  // The script writes under its working folder. It creates this one when the server has answered.
  const release = join(folder, 'worker', 'out', 'Release');
  const stop = new AbortController();
  const unanswered = setTimeout(() => existsSync(release) || stop.abort(), answerWithin);
  const unfinished = setTimeout(() => stop.abort(), completeWithin);
  try {
    await runTool(process.execPath, [join(installedMediasoup().folder, 'npm-scripts.mjs'), 'postinstall'], {
      cwd: folder,
      // After a failed download the script would start a build of its own through Python, which needs the network
      // again: a Python that only fails ends it there.
      env: { ...process.env, PYTHON: 'false' },
      signal: stop.signal,
    });
  } catch (error) {
    if (error instanceof ToolFailed) return undefined;
    throw error;
  } finally {
    clearTimeout(unanswered);
    clearTimeout(unfinished);
  }
  const binary = join(release, 'mediasoup-worker');
  return existsSync(binary) ? binary : undefined;
}
