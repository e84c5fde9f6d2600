import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds the judge offline. golang.org/x/mod/sumdb comes with every Go since 1.13, for the go command's own use; a GOPATH
 * whose `src` is that folder lets others import it.
 * @returns a function that runs the judge
 */
export function buildTlogJudge(): (...args: string[]) => { passed: boolean; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'visits-tlog-judge-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const goRoot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  symlinkSync(join(goRoot, 'src', 'cmd', 'vendor'), join(folder, 'src'));
  const judge = join(folder, 'tlog-judge');
  execFileSync('go', ['build', '-o', judge, join(import.meta.dirname, 'main.go')], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH: folder, GOFLAGS: '', CGO_ENABLED: '0' },
  });
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(judge, args, { encoding: 'utf8' });
    return { passed: status === 0, output: stdout + stderr };
  };
}
