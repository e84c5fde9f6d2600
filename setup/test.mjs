// `npm test [-- MOCHA ARGUMENTS]`: from a fresh clone to the result of every check. Run by whatever Node the machine has.
import { refuseOldNode } from './machine-node.mjs';

refuseOldNode();
const { bootstrap } = await import('./bootstrap.mjs');
const { runInView } = await import('./child-process.mjs');
const { createSteps } = await import('./steps.mjs');
const { orExplain } = await import('./person-must-act.mjs');

await orExplain(async () => {
  const { node, root } = await bootstrap(createSteps({ total: 8 }));
  const args = ['--disable-warning=ExperimentalWarning', 'setup/check.ts', ...process.argv.slice(2)];
  process.exitCode = await runInView(node, args, { cwd: root });
});
