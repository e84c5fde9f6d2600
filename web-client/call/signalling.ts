import { io, type Socket } from 'socket.io-client';
import type { Language } from '../../server/edge/language.ts';
import type {
  Ack,
  Answer,
  ClientMessage,
  ClientMessageName,
  ClientToServerEvents,
  ServerToClientEvents,
} from '../../server/visits/protocol.ts';

export type VisitSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** The server refused a message; `message` is written for the user. */
export class SignallingRefused extends Error {
  readonly code: string;
  constructor(code: string, title: string) {
    super(title);
    this.name = 'SignallingRefused';
    this.code = code;
  }
}

/** No answer: the line went away meanwhile. */
export class SignallingLost extends Error {}

const answerWithinMs = 8_000;

/** Opens the line of one page to the visits. It comes back by itself, for as long as it takes. */
export function openSignalling(language: Language): VisitSocket {
  return io('/visits', {
    forceNew: true,
    auth: { language },
    // A WebSocket stays with one process, so any number of servers needs no sticky sessions.
    transports: ['websocket'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 3_000,
    timeout: 6_000,
  });
}

/** Sends a message and waits for its answer. @throws SignallingRefused, SignallingLost */
export async function ask<N extends ClientMessageName>(
  socket: VisitSocket,
  name: N,
  message: ClientMessage<N>,
): Promise<Answer<N>> {
  // emitWithAck cannot follow a generic event name; the types of both ends come from the protocol all the same.
  const untyped = socket.timeout(answerWithinMs) as unknown as {
    emitWithAck(name: string, message: unknown): Promise<Ack<N>>;
  };
  const ack = await untyped.emitWithAck(name, message).catch(() => {
    throw new SignallingLost(name);
  });
  if (!ack.ok) throw new SignallingRefused(ack.code, ack.title);
  return ack.answer;
}
