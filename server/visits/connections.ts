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

/** A party is in one place. A supervisor may watch on several screens; more than this is no person at work. */
const most = { party: 1, supervisor: 4 };

/** Which connections of the same party or person have to go so that this one can come, the oldest first. */
export function displacedBy(coming: Connection, present: Iterable<Connection>): Connection[] {
  const own = [...present].filter((other) => other.id !== coming.id && isSameAttendee(other, coming));
  return own.slice(0, Math.max(0, own.length + 1 - most[coming.attendee.kind]));
}

function isSameAttendee({ attendee: a }: Connection, { attendee: b }: Connection): boolean {
  if (a.kind === 'party') return b.kind === 'party' && a.party === b.party;
  return b.kind === 'supervisor' && a.officer.id === b.officer.id;
}
