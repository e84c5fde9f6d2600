import { accessSync, constants, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildNeeds, buildWorkerFromSource } from '../sfu/worker-binary/build-from-source.ts';
import { downloadPrebuiltWorker } from '../sfu/worker-binary/download-prebuilt.ts';
import { findWorkerBinary } from '../sfu/worker-binary/index.ts';
import { proveWorker } from '../sfu/worker-binary/prove-worker.ts';
import { makeScratchFolder, storeWorker } from '../sfu/worker-binary/store-worker.ts';
import { PersonMustAct } from './person-must-act.mjs';
import type { Report } from './steps.mjs';
import { ensureSystemPackages } from './system-packages.ts';

const buildPurpose = { english: 'Building the media worker', chinese: '编译媒体服务程序' };

function checkNamedWorker(binary: string): void {
  try {
    accessSync(binary, constants.X_OK);
  } catch {
    throw new PersonMustAct(
      `MEDIASOUP_WORKER_BIN names ${binary}, which is not an executable file. Correct it or unset it.`,
      `MEDIASOUP_WORKER_BIN 指定的 ${binary} 不是可执行文件。请更正或取消该设置。`,
    );
  }
}

/** The prebuilt worker, if there is one that runs here. */
async function prebuilt(scratch: string, report: Report): Promise<string | undefined> {
  report('looking for a prebuilt one');
  const binary = await downloadPrebuiltWorker(join(scratch, 'prebuilt'));
  if (!binary) return undefined;
  return proveWorker(binary).then(
    () => binary,
    () => undefined,
  );
}

async function built(scratch: string, report: Report): Promise<string> {
  await ensureSystemPackages(buildNeeds, buildPurpose, report);
  report('preparing its source');
  try {
    const binary = await buildWorkerFromSource(join(scratch, 'build'), (done, total) =>
      report(`compiled ${done} of ${total}`),
    );
    report('trying it');
    await proveWorker(binary);
    return binary;
  } catch (error) {
    throw new PersonMustAct(
      `${error instanceof Error ? error.message : error}\n` +
        'The media worker could be neither downloaded nor built. Give the machine access to the download, or have a ' +
        'worker built elsewhere and name it in MEDIASOUP_WORKER_BIN, then run this again.\n' +
        `The build uses: ${buildNeeds.map((need) => need.debianPackage).join(' ')}`,
      '媒体服务程序既无法下载也无法编译。请检查网络和上述软件包,或用 MEDIASOUP_WORKER_BIN 指定已有的程序,然后重新运行。',
    );
  }
}

/**
 * Sees to it that there is a mediasoup worker for this machine: a named or cached one, a prebuilt one, or one built
 * from the source that the npm package ships.
 * @returns what was done, '' when there was one already.
 */
export async function ensureMediaWorker(report: Report): Promise<string> {
  if (process.env.MEDIASOUP_WORKER_BIN) checkNamedWorker(process.env.MEDIASOUP_WORKER_BIN);
  if (findWorkerBinary()) return '';
  const scratch = makeScratchFolder();
  try {
    const downloaded = await prebuilt(scratch, report);
    storeWorker(downloaded ?? (await built(scratch, report)));
    return downloaded ? 'downloaded' : 'built from source';
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
