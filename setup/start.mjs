// `npm start`: from a fresh clone to a serving system. Run by whatever Node the machine has.
import { refuseOldNode } from './machine-node.mjs';

refuseOldNode();
// Imported only now, so that an old Node comes to the line above instead of a syntax error.
const { bootstrap } = await import('./bootstrap.mjs');
const { handOver, runStage } = await import('./child-process.mjs');
const { createSteps } = await import('./steps.mjs');
const { orExplain } = await import('./person-must-act.mjs');

await orExplain(async () => {
  const { node, root } = await bootstrap(createSteps({ total: 4 }));
  await runStage(node, ['setup/prepare-server.ts'], root);
  await handOver(
    node,
    ['--disable-warning=ExperimentalWarning', 'server/main.ts', ...process.argv.slice(2)],
    root,
  );
});
