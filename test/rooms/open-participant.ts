import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { MediaNode, Participant, PublishedTrack } from '../../sfu/media-node.ts';
import type { Received } from './page/participant.ts';
import type { Frame } from './page/tap-frames.ts';

/** A participant in a page of its own. */
export type PageParticipant = {
  page: Page;
  publish(...kinds: ('audio' | 'video')[]): Promise<void>;
  watch(...tracks: PublishedTrack[]): Promise<void>;
  received(): Promise<Received[]>;
  frames(producerId: string): Promise<Frame[]>;
  picture(party: string): Promise<string>;
};

/** Bundles the page's script and serves it on localhost. */
export async function servePage(): Promise<{ address: string; close(): void }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('page/participant.ts', import.meta.url)),
        formats: ['iife'],
        name: 'participantPage',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the page was not built');
  const { code } = chunk;
  const server: Server = createServer((request, response) => {
    const script = request.url === '/participant.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? code : '<!doctype html><body><script src="/participant.js"></script></body>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

/** Opens a page that takes part in a room; what it asks goes straight to the media node. */
export async function openParticipant(
  browser: Browser,
  address: string,
  node: MediaNode,
  roomId: string,
  participant: Participant,
): Promise<PageParticipant> {
  const page = await (await browser.newContext()).newPage();
  const asks: Record<string, (...parameters: never[]) => Promise<unknown>> = {
    createTransport: (direction: never) => node.createTransport(roomId, participant, direction),
    connectTransport: (...rest: [never, never]) => node.connectTransport(roomId, ...rest),
    publish: (...rest: [never, never, never]) => node.publish(roomId, ...rest),
    consume: (...rest: [never, never, never]) => node.consume(roomId, ...rest),
    resumeConsumer: (consumerId: never) => node.resumeConsumer(roomId, consumerId),
  };
  await page.exposeFunction('askNode', (method: string, ...parameters: never[]) =>
    asks[method]?.(...parameters),
  );
  await page.goto(address);
  const { routerRtpCapabilities } = await node.openRoom(roomId);
  await page.evaluate(
    (capabilities) => window.participant.load(capabilities as never),
    routerRtpCapabilities,
  );
  return {
    page,
    publish: (...kinds) => page.evaluate((wanted) => window.participant.publish(wanted), kinds),
    async watch(...tracks) {
      for (const track of tracks) await page.evaluate((wanted) => window.participant.watch(wanted), track);
    },
    received: () => page.evaluate(() => window.participant.received()),
    frames: (producerId) => page.evaluate((id) => window.participant.frames(id), producerId),
    picture: (party) => page.evaluate((name) => window.participant.picture(name), party),
  };
}
