import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { pinnedNode } from './pinned-node.mjs';

/**
 * Steps 1 and 2, which every command needs: the dependencies and the Node to go on with.
 * @param {ReturnType<typeof import('./steps.mjs').createSteps>} steps
 */
export async function bootstrap({ step }) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  let installed = '';
  await step('Dependencies', async (report) => {
    installed = await ensureDependencies(root, report);
    return installed;
  });
  let node = process.execPath;
  await step('Node', async () => {
    node = await pinnedNode(root, installed !== '');
    return '';
  });
  return { node, root };
}
