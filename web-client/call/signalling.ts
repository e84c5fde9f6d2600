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
import { SignallingRefused } from './signalling-refused.ts';

export type VisitSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

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
  // A message that waited for the line would come as a surprise.
  if (!socket.connected) throw new SignallingLost(name);
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
