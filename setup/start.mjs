// `npm start`: from a fresh clone to a serving system. Run by whatever Node the machine has.
import { refuseOldNode } from './machine-node.mjs';

refuseOldNode();
// Imported only now, so that an old Node comes to the line above instead of a syntax error.
const { bootstrap } = await import('./bootstrap.mjs');
const { runInView } = await import('./child-process.mjs');
const { createSteps } = await import('./steps.mjs');
const { orExplain } = await import('./person-must-act.mjs');

const quiet = ['--disable-warning=ExperimentalWarning'];

await orExplain(async () => {
  const { node, root } = await bootstrap(createSteps({ total: 4 }));
  const prepared = await runInView(node, [...quiet, 'setup/prepare-server.ts'], { cwd: root });
  // What it printed says why; or it was told to stop.
  process.exitCode =
    prepared ||
    (await runInView(node, [...quiet, 'server/main.ts', ...process.argv.slice(2)], { cwd: root }));
});
