// `node setup/run.mjs SCRIPT.ts [ARGUMENTS]`: runs one of the project's commands with the pinned Node. Standard output is
// the command's alone, because people pipe it; the set-up, if there is any to do, speaks on standard error.
import { refuseOldNode } from './machine-node.mjs';

refuseOldNode();
const { bootstrap } = await import('./bootstrap.mjs');
const { handOver } = await import('./child-process.mjs');
const { createSteps } = await import('./steps.mjs');
const { orExplain } = await import('./person-must-act.mjs');

await orExplain(async () => {
  const { node } = await bootstrap(createSteps({ total: 2, quiet: true, output: process.stderr }));
  // In the caller's folder: file names among the arguments are relative to it.
  const root = new URL('..', import.meta.url).pathname;
  const [script = '', ...rest] = process.argv.slice(2);
  await handOver(node, ['--disable-warning=ExperimentalWarning', `${root}${script}`, ...rest], process.cwd());
});
