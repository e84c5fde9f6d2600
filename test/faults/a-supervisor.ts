import { io, type Socket } from 'socket.io-client';
import type {
  Ack,
  ClientMessage,
  ClientMessageName,
  ClientToServerEvents,
  ServerToClientEvents,
} from '../../server/visits/protocol.ts';
import type { SupervisorSnapshot } from '../../server/visits/schema.ts';
import type { TestClient } from '../support/test-server.ts';

/** A supervisor who watches no pictures: there, and back by himself, as the page is. */
export type Supervisor = {
  /** The last that the server told of the visit. */
  seen(): SupervisorSnapshot | undefined;
  /** Sends a message and gives the code of the refusal, or `done`. */
  tell<N extends ClientMessageName>(name: N, message: ClientMessage<N>): Promise<string>;
  leave(): void;
};

const joinAgainMs = 500;

export function supervise(origin: string, staff: TestClient, visitId: string): Supervisor {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(`${origin}/visits`, {
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 3000,
    auth: { language: 'en' },
    extraHeaders: { cookie: staff.cookie() },
  });
  let seen: SupervisorSnapshot | undefined;
  let again: NodeJS.Timeout | undefined;
  const take = (snapshot: object) => {
    seen = snapshot as SupervisorSnapshot;
  };
  const join = () => {
    clearTimeout(again);
    socket.emit('join', { visitId, as: 'supervisor' }, (result) => {
      if (result.ok) take(result.answer.snapshot);
      else if (result.code !== 'visit_ended') again = setTimeout(join, joinAgainMs);
    });
  };
  socket.on('connect', join);
  socket.on('rejoin', join);
  socket.on('visitState', take);
  return {
    seen: () => seen,
    tell: (name, message) =>
      new Promise((resolve) => {
        const answer = (result: Ack<typeof name>) => resolve(result.ok ? 'done' : result.code);
        (socket.emit as (name: string, message: unknown, answer: unknown) => void)(name, message, answer);
      }),
    leave() {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}
