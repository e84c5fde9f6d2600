import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../sfu/worker-binary/run-tool.ts';
import { PersonMustAct } from './person-must-act.mjs';
import type { Report } from './steps.mjs';

const clients = ['web-client', 'terminal-client'];

/** Everything that a client may import from: each other, and the schemas of the server and the media node. */
const sourceFolders = [...clients, 'server', 'sfu'];
const sourceFiles = ['package-lock.json', 'tsconfig.json'];
const notSources = new Set(['dist', 'node_modules']);

/** Names of all files under a folder, without built ones, in a fixed order. */
function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notSources.has(entry.name) ? [] : listSources(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Hash over the names and contents of all that the clients are built from. */
export function hashSources(root: string): string {
  const folders = sourceFolders.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const files = [...folders.flatMap(listSources), ...sourceFiles.map((file) => join(root, file))];
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Vite empties dist before it builds, so a stopped build leaves no stamp. */
const stampOf = (root: string, client: string): string => join(root, client, 'dist', '.sources.sha256');

/**
 * Builds the clients whose sources are not those that their `dist` was built from.
 * @returns what was built, '' when all were up to date.
 */
export async function ensureClients(root: string, report: Report): Promise<string> {
  const hash = hashSources(root);
  const stale = clients.filter((client) => {
    const stamp = stampOf(root, client);
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
  });
  for (const client of stale) {
    report(`vite build ${client}`);
    try {
      const vite = join(root, 'node_modules/vite/bin/vite.js');
      await runTool(process.execPath, [vite, 'build', client, '--logLevel', 'warn'], { cwd: root });
    } catch (error) {
      throw new PersonMustAct(
        `${error instanceof Error ? error.message : error}\nThe build of ${client} failed; the messages above name the cause.`,
        `${client} 构建失败,原因见上方信息。`,
      );
    }
    writeFileSync(stampOf(root, client), hash);
  }
  return stale.length > 0 ? `built ${stale.join(' and ')}` : '';
}
