import type { types } from 'mediasoup';

export type TransportState = 'new' | 'connected' | 'lost';

export function stateOf({
  iceState,
  dtlsState,
}: Pick<types.WebRtcTransport, 'iceState' | 'dtlsState'>): TransportState {
  if (dtlsState === 'failed' || dtlsState === 'closed') return 'lost';
  if (iceState === 'disconnected' || iceState === 'closed') return 'lost';
  const reachable = iceState === 'connected' || iceState === 'completed';
  return reachable && dtlsState === 'connected' ? 'connected' : 'new';
}

/**
 * Whether a party is there: one of its connections has a connected transport and none that lost its peer. A
 * transport that has not been used yet says nothing, and the rest of an older connection (before a reload)
 * takes nothing away.
 */
export function isPresent(transports: readonly { connectionId: string; state: TransportState }[]): boolean {
  const lost = new Set(
    transports.filter(({ state }) => state === 'lost').map(({ connectionId }) => connectionId),
  );
  return transports.some(({ connectionId, state }) => state === 'connected' && !lost.has(connectionId));
}
