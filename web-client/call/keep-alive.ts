import type { types } from 'mediasoup-client';
import { ask, type VisitSocket } from './signalling.ts';

const graceMs = 2_000;

/**
 * Watches a transport. A path that breaks is looked for anew (ICE restart) before anybody has to join again:
 * a changed address or a cable that was out for a moment is mended in a second.
 */
export function keepAlive(socket: VisitSocket, transport: types.Transport, changed: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const restart = async () => {
    if (transport.closed || !socket.connected) return;
    const iceParameters = await ask(socket, 'restartIce', { transportId: transport.id });
    await transport.restartIce({ iceParameters });
  };
  const restartSoon = (delay: number) => {
    clearTimeout(waiting);
    // A refusal means that the server has forgotten the transport: joining again is under way then.
    waiting = setTimeout(() => void restart().catch(() => undefined), delay);
  };
  transport.on('connectionstatechange', (state) => {
    clearTimeout(waiting);
    if (state === 'disconnected') restartSoon(graceMs);
    if (state === 'failed') restartSoon(0);
    changed();
  });
  return () => clearTimeout(waiting);
}

/** The state of several transports in one word. */
export function pathOf(transports: readonly types.Transport[]): 'connecting' | 'connected' | 'broken' {
  const states = transports.map(({ connectionState }) => connectionState);
  if (states.some((state) => state === 'failed' || state === 'disconnected')) return 'broken';
  // A receiving transport stays new until there is something to receive.
  return states.some((state) => state === 'connected') && !states.includes('connecting')
    ? 'connected'
    : 'connecting';
}
