import { join } from 'node:path';
import express, { Router } from 'express';

const project = join(import.meta.dirname, '..');

/** The built clients: the terminal's kiosk under /terminal/, everything else from the web client. */
export function serveClients(): Router {
  const router = Router();
  router.use('/terminal', client('terminal-client'));
  router.use('/', client('web-client'));
  return router;
}

function client(name: 'web-client' | 'terminal-client'): Router {
  const folder = join(project, name, 'dist');
  const router = Router();
  // Built files carry their hash in their name; the page that names them must always be fresh.
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, cacheControl: false }));
  router.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html') || request.path.startsWith('/api/')) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(folder, 'index.html'), { cacheControl: false });
  });
  return router;
}
