import type { TransportDirection } from '../../../sfu/media-node.ts';
import type { Presented } from '../../edge/index.ts';
import type { Language } from '../../edge/language.ts';
import type { Connection } from '../connections.ts';
import type { VisitSession } from '../visit-session.ts';

/** Which of the identities that a browser holds was used to join. */
export type JoinedAs = 'visit_room' | 'terminal' | 'supervisor';

/** What a connection has once it joined. Transports and consumers of others are none of its business. */
export type Membership = {
  session: VisitSession;
  connection: Connection;
  as: JoinedAs;
  /** The staff's or the station's id. */
  holderId: string;
  transports: Map<string, TransportDirection>;
  consumers: Set<string>;
};

/** One socket: who it is, and where it belongs. */
export type Client = {
  socketId: string;
  language: Language;
  presented: Presented;
  /** Cookies of the handshake, to look again whether they still hold. */
  cookies: Record<string, string | undefined>;
  membership: Membership | undefined;
  isGone(): boolean;
  send: Connection['send'];
  dismiss: Connection['dismiss'];
};
