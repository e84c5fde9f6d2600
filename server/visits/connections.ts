import type { Participant, Party } from '../../sfu/media-node.ts';
import type { Refusal } from '../edge/index.ts';
import type { ServerToClientEvents } from './protocol.ts';
import type { Officer } from './visit-state.ts';

/** Who is at the other end of a connection: a party by its station, or a supervisor. */
export type Attendee = { kind: 'party'; party: Party } | { kind: 'supervisor'; officer: Officer };

/** A live connection that has joined a visit. */
export type Connection = {
  id: string;
  attendee: Attendee;
  send<N extends keyof ServerToClientEvents>(name: N, ...message: Parameters<ServerToClientEvents[N]>): void;
  /** Says why, and closes it. */
  dismiss(refusal: Refusal): void;
};

export function participantOf({ id, attendee }: Pick<Connection, 'id' | 'attendee'>): Participant {
  return attendee.kind === 'party'
    ? { kind: 'party', party: attendee.party, connectionId: id }
    : { kind: 'watcher', connectionId: id };
}
