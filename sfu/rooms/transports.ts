import type { types } from 'mediasoup';
import { MediaRefusal, type Participant, type Party, type TransportDirection } from '../media-node.ts';
import { isPresent, stateOf } from './presence.ts';

/** A transport with whom it was made for; that never changes. */
export type OwnedTransport = {
  transport: types.WebRtcTransport;
  participant: Participant;
  direction: TransportDirection;
};

/** The transports of a room. */
export type Transports = {
  /** Makes one. A connection has at most one in each direction: a new one takes the place of the old. */
  create(participant: Participant, direction: TransportDirection): Promise<types.WebRtcTransport>;
  /** Refuses with `transport_not_found`. */
  get(transportId: string): OwnedTransport;
  leave(connectionId: string): void;
  closeAll(): void;
};

export type TransportsOptions = {
  router: types.Router;
  webRtcServer: types.WebRtcServer;
  onPresence(party: Party, present: boolean): void;
};

/** The least that mediasoup allows: a peer that is gone without a word is noticed after this time. */
const consentTimeoutSeconds = 10;
/** A start for the bandwidth estimate that suits one picture and one voice on an office line. */
const firstOutgoingBitrate = 1_000_000;

export function createTransports({ router, webRtcServer, onPresence }: TransportsOptions): Transports {
  const owned = new Map<string, OwnedTransport>();
  const present = new Set<Party>();

  function notePresence(party: Party) {
    const states = [...owned.values()]
      .filter(({ participant }) => participant.kind === 'party' && participant.party === party)
      .map(({ transport, participant }) => ({
        connectionId: participant.connectionId,
        state: stateOf(transport),
      }));
    const isThere = isPresent(states);
    if (isThere === present.has(party)) return;
    if (isThere) present.add(party);
    else present.delete(party);
    onPresence(party, isThere);
  }

  function close(which: (owner: OwnedTransport) => boolean) {
    const gone = [...owned.values()].filter(which);
    for (const { transport } of gone) {
      owned.delete(transport.id);
      transport.close();
    }
    for (const { participant } of gone) if (participant.kind === 'party') notePresence(participant.party);
  }

  return {
    async create(participant, direction) {
      const transport = await router.createWebRtcTransport({
        webRtcServer,
        preferUdp: true,
        iceConsentTimeout: consentTimeoutSeconds,
        initialAvailableOutgoingBitrate: firstOutgoingBitrate,
      });
      const { connectionId } = participant;
      close((old) => old.participant.connectionId === connectionId && old.direction === direction);
      owned.set(transport.id, { transport, participant, direction });
      if (participant.kind === 'party') {
        const { party } = participant;
        transport.on('icestatechange', () => notePresence(party));
        transport.on('dtlsstatechange', () => notePresence(party));
      }
      return transport;
    },
    get(transportId) {
      const found = owned.get(transportId);
      if (!found) throw new MediaRefusal('transport_not_found');
      return found;
    },
    leave(connectionId) {
      close(({ participant }) => participant.connectionId === connectionId);
    },
    closeAll() {
      for (const { transport } of owned.values()) transport.close();
      owned.clear();
    },
  };
}
