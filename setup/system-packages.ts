import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runTool } from '../sfu/worker-binary/run-tool.ts';
import { PersonMustAct } from './person-must-act.mjs';
import { withoutStartingServices } from './quiet-services.ts';
import type { Report } from './steps.mjs';

/** A package of the system, and the program or the file that shows that it is there, however it was installed. */
export interface SystemNeed {
  debianPackage: string;
  program?: string;
  file?: string;
}

/** Servers live in sbin, which is not on everybody's PATH. */
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

function hasProgram(program: string, path: string): boolean {
  const folders = [...path.split(delimiter), ...systemFolders];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** The Debian packages of those needs that this machine does not meet. */
export function missingPackages(needs: SystemNeed[], path: string = process.env.PATH ?? ''): string[] {
  return needs
    .filter(({ program, file }) => !(program ? hasProgram(program, path) : file && existsSync(file)))
    .map(({ debianPackage }) => debianPackage);
}

/** What to tell the person who has to install packages. */
export function missingPackagesReport(
  packages: string[],
  purpose: { english: string; chinese: string },
): PersonMustAct {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  return new PersonMustAct(
    `${purpose.english} needs these packages of the system: ${packages.join(', ')}\nAs root on Debian or Ubuntu:\n  ${command}\nThen run this again.`,
    `${purpose.chinese}缺少以上系统软件包。请以 root 身份运行上面的命令(Debian、Ubuntu),然后重新运行。`,
  );
}

/**
 * Sees to it that the needs are met: installs what is missing where that is possible (root, apt-get), else throws the
 * report of what a person has to install.
 * @returns the packages that were installed; none when nothing was missing.
 */
export async function ensureSystemPackages(
  needs: SystemNeed[],
  purpose: { english: string; chinese: string },
  report: Report,
): Promise<string[]> {
  const packages = missingPackages(needs);
  if (packages.length === 0) return [];
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw missingPackagesReport(packages, purpose);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    report('apt-get update');
    await runTool('apt-get', ['update'], { env });
    report(`apt-get install ${packages.join(' ')}`);
    await withoutStartingServices(packages, () =>
      runTool('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env }),
    );
  } catch (error) {
    const { message } = missingPackagesReport(packages, purpose);
    throw new PersonMustAct(`${error instanceof Error ? error.message : error}\n\n${message}`, '');
  }
  const still = missingPackages(needs);
  if (still.length > 0) throw missingPackagesReport(still, purpose);
  return packages;
}
