import { once } from 'node:events';
import { io } from 'socket.io-client';
import type { TestClient, TestServer } from '../support/test-server.ts';

/** Connects to signalling as this client; answers, when the server lets go of the connection, with the reason. */
export async function connected(server: TestServer, client: TestClient): Promise<{ letGo: Promise<string> }> {
  const socket = io(`${server.running.origin}/visits`, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    extraHeaders: { cookie: client.cookie() },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const letGo = Promise.all([once(socket as never, 'refused'), once(socket as never, 'disconnect')]).then(
    ([[refusal]]) => (refusal as { code: string }).code,
  );
  return { letGo };
}
