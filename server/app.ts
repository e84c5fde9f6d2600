import { readFileSync } from 'node:fs';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { MediaNode } from '../sfu/media-node.ts';
import {
  answerProblem,
  edgeRefusals,
  type Identify,
  openApiOf,
  type Route,
  serveRoutes,
} from './edge/index.ts';
import type { Foundation } from './foundation.ts';
import { serveClients } from './pages.ts';
import { readinessRouter } from './readiness/index.ts';

export type AppParts = {
  foundation: Foundation;
  routes: readonly Route[];
  identify: Identify;
  mediaNode: MediaNode;
  /** How many clients of visits are connected. */
  connections: () => number;
  secure: boolean;
};

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Everything that answers over HTTP: readiness, the API with its document, and the pages. */
export function createApp({
  foundation,
  routes,
  identify,
  mediaNode,
  connections,
  secure,
}: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet(headers(secure)));
  app.use((_request, response, next) => {
    response.setHeader('permissions-policy', 'camera=(self), microphone=(self), display-capture=()');
    next();
  });
  app.use(readinessRouter(foundation, mediaNode, connections));
  const openApi = openApiOf(routes, version);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  app.use(serveRoutes(routes, { identify, log: foundation.log, secureCookies: secure }));
  app.use(serveClients());
  app.use(() => {
    throw edgeRefusals.not_found();
  });
  app.use(answerProblem(foundation.log));
  return app;
}

/** Nothing from outside the network, in any page. */
function headers(secure: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The component library writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        // Older Chromium does not take 'self' to cover WebSockets.
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        // Documents of an application are shown in a frame of our own pages.
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
      },
    },
    // The host's own name alone: other names of the bureau's network are none of our business.
    strictTransportSecurity: secure && { includeSubDomains: false },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  };
}
