import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runTool } from '../sfu/worker-binary/run-tool.ts';

/** Debian asks this program before a package starts its service; 101 means "do not". */
const policyFile = '/usr/sbin/policy-rc.d';
const ourPolicy =
  '#!/bin/sh\n# Put here by the set-up while it installs packages; safe to delete.\nexit 101\n';

/** Services that packages of ours would leave running; the tests start their own, on ports of their own. */
const servicesOfPackages: Record<string, string> = {
  'mariadb-server': 'mariadb',
  'redis-server': 'redis-server',
};

/** Installs packages without a service of theirs taking a port, now or at the next start of the machine. */
export async function withoutStartingServices(
  packages: string[],
  install: () => Promise<void>,
): Promise<void> {
  // One of ours that a killed set-up left is used again; an administrator's own decides for itself.
  const ours = !existsSync(policyFile) || readFileSync(policyFile, 'utf8') === ourPolicy;
  if (ours) writeFileSync(policyFile, ourPolicy, { mode: 0o755 });
  try {
    await install();
  } finally {
    if (ours) rmSync(policyFile, { force: true });
  }
  const services = packages.flatMap((name) => servicesOfPackages[name] ?? []);
  if (services.length > 0 && existsSync('/run/systemd/system')) {
    await runTool('systemctl', ['disable', '--now', ...services]);
  }
}
