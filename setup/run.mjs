// `node setup/run.mjs SCRIPT.ts [ARGUMENTS]`: runs one of the project's commands with the pinned Node. Standard output is
// the command's alone, because people pipe it; the set-up, if there is any to do, speaks on standard error.
import { join } from 'node:path';
import { refuseOldNode } from './machine-node.mjs';

refuseOldNode();
const { bootstrap } = await import('./bootstrap.mjs');
const { runInView } = await import('./child-process.mjs');
const { createSteps } = await import('./steps.mjs');
const { orExplain } = await import('./person-must-act.mjs');

await orExplain(async () => {
  const { node, root } = await bootstrap(createSteps({ total: 2, quiet: true, output: process.stderr }));
  const [script = '', ...rest] = process.argv.slice(2);
  const args = ['--disable-warning=ExperimentalWarning', join(root, script), ...rest];
  // In the caller's folder: file names among the arguments are relative to it.
  process.exitCode = await runInView(node, args, { cwd: process.cwd() });
});
