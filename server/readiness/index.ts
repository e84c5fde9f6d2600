import { Router } from 'express';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Foundation } from '../foundation.ts';
import { createMetrics } from './metrics.ts';
import { shareReadiness } from './readiness.ts';

export { type Check, checkDisk } from './readiness.ts';

/** For machines, outside the API: no sign-in, and nothing in them about people. */
export function readinessRouter(
  foundation: Foundation,
  mediaNode: MediaNode,
  connections: () => number,
): Router {
  const look = shareReadiness(foundation, mediaNode);
  const metrics = createMetrics(foundation, look, connections);
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const readiness = await look();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}
