// The part of `npm test` that runs on the pinned Node. Every check runs, whatever failed before it; the exit status is
// that of the first that failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInView } from './child-process.mjs';
import { ensureClients } from './clients.ts';
import { type CheckResult, closingLine, type TestCounts } from './closing-line.ts';
import { ensureMediaWorker } from './media-worker.ts';
import { orExplain } from './person-must-act.mjs';
import { createSteps } from './steps.mjs';
import { ensureSystemPackages } from './system-packages.ts';
import { testNeeds } from './test-needs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const testPurpose = { english: 'Testing', chinese: '运行测试' };

/** Runs a check with its own output in view; `env` comes on top of ours, with the pinned Node first on the PATH. */
async function runCheck(
  heading: string,
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CheckResult> {
  process.stdout.write(`\n${heading}\n`);
  const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const status = await runInView(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, PATH: path, ...env },
  });
  return { heading, status };
}

/** Mocha's arguments, with all specs unless some are named. */
function withSpecs(args: string[]): string[] {
  return args.some((arg) => arg.startsWith('test/') || arg.endsWith('.ts'))
    ? args
    : [...args, 'test/**/*.test.ts'];
}

async function runTests(
  mochaArguments: string[],
): Promise<{ result: CheckResult; counts: TestCounts | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'test-counts-'));
  const countsFile = join(folder, 'counts.json');
  try {
    const result = await runCheck(
      '[8/8] Tests',
      'mocha/bin/mocha.js',
      ['--reporter', 'setup/counting-reporter.ts', ...withSpecs(mochaArguments)],
      { TEST_COUNTS_FILE: countsFile },
    );
    let counts: TestCounts | undefined;
    try {
      counts = JSON.parse(readFileSync(countsFile, 'utf8')) as TestCounts;
    } catch {
      // Mocha ended before it had counted; the closing line says so.
    }
    return { result, counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await orExplain(async () => {
  const { step } = createSteps({ total: 8, from: 3 });
  await step('System packages of the tests', async (report) => {
    const installed = await ensureSystemPackages(testNeeds, testPurpose, report);
    return installed.length > 0 ? `installed ${installed.join(' ')}` : '';
  });
  await step('Media worker', ensureMediaWorker);
  await step('Clients', (report) => ensureClients(root, report));
  const types = await runCheck('[6/8] Types', 'typescript/bin/tsc', ['--noEmit']);
  const style = await runCheck('[7/8] Lint and format', '@biomejs/biome/bin/biome', ['check', '.']);
  const { result, counts } = await runTests(process.argv.slice(2));
  process.stdout.write(`\n${closingLine([types, style], result, counts)}\n`);
  process.exitCode = [types, style, result].find(({ status }) => status !== 0)?.status ?? 0;
});
