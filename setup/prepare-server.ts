// The part of `npm start` that runs on the pinned Node: what the server needs besides the dependencies.
import { fileURLToPath } from 'node:url';
import { ensureClients } from './clients.ts';
import { ensureMediaWorker } from './media-worker.ts';
import { orExplain } from './person-must-act.mjs';
import { createSteps } from './steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await orExplain(async () => {
  const { step } = createSteps({ total: 4, from: 3 });
  await step('Media worker', ensureMediaWorker);
  await step('Clients', (report) => ensureClients(root, report));
});
