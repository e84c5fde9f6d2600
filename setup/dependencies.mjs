import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child-process.mjs';
import { PersonMustAct } from './person-must-act.mjs';

/** Written last, inside the folder that `npm ci` empties first: a stopped installation leaves none. */
const stampFile = 'node_modules/.package-lock.sha256';

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether npm's own record of what it installed has every package of the lock file in its version. Optional packages
 * may be absent: they are for other machines. So a developer's `npm install` is not undone by a needless `npm ci`.
 * @param {string} lock text of package-lock.json
 * @param {string | undefined} installed text of node_modules/.package-lock.json
 */
export function installedMatchesLock(lock, installed) {
  if (installed === undefined) return false;
  const have = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '') return true;
    if (have[path]) return have[path].version === wanted.version;
    return Boolean(wanted.optional);
  });
}

/** Whether the Node for this machine is in its place, if the lock file has one: nothing goes on without it. */
function hasItsNode(root, lock) {
  const wanted = `node_modules/node-${process.platform}-${process.arch}`;
  return !(wanted in JSON.parse(lock).packages) || existsSync(join(root, 'node_modules/.bin/node'));
}

/**
 * Step 1: node_modules as package-lock.json says.
 * @param {string} root
 * @param {(doing: string) => void} report
 */
export async function ensureDependencies(root, report) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, stampFile);
  if (hasItsNode(root, lock)) {
    if (readIfThere(stamp) === hash) return '';
    if (installedMatchesLock(lock, readIfThere(join(root, 'node_modules/.package-lock.json')))) {
      writeFileSync(stamp, hash);
      return '';
    }
  }
  report('npm ci');
  try {
    await runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root);
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new PersonMustAct(
        'npm was not found. Install npm, then run this again.',
        '未找到 npm。请安装 npm 后重新运行。',
      );
    }
    throw new PersonMustAct(
      `${error.message}\nThe dependencies could not be installed. Check the network or the npm registry, then run this again.`,
      '无法安装依赖。请检查网络或 npm 源,然后重新运行。',
    );
  }
  writeFileSync(stamp, hash);
  return 'installed what package-lock.json says';
}
