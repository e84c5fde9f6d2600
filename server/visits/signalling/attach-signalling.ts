import { createServer, type Server as HttpServer } from 'node:http';
import { parseCookie } from 'cookie';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { comesFromOwnPage, edgeRefusals, type Identify, type Presented, Refusal } from '../../edge/index.ts';
import { type ClientToServerEvents, type ServerToClientEvents, visitsNamespace } from '../protocol.ts';
import { signallingRefusals } from '../refusals.ts';
import { answerMessage, refusalFor } from './answer-message.ts';
import type { Client } from './client.ts';
import { createFloodLimit } from './flood-limit.ts';
import type { HandlerTools } from './handler-tools.ts';

export type SignallingTools = HandlerTools & { identify: Identify; log: Logger };

type SocketData = { client: Client };
type VisitSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/**
 * The server pings every four seconds and waits four for the answer: a peer that vanishes without a word is noticed
 * within eight, well inside the thirty of rule supervisor_loss_seconds. A rule below eight could not be kept.
 */
const pingInterval = 4000;
const pingTimeout = 4000;
export const silentLossNoticedWithinSeconds = (pingInterval + pingTimeout) / 1000;

/** RTP capabilities are the largest message, some 10 kB. */
const largestMessage = 64_000;

export function attachSignalling(httpServer: HttpServer, tools: SignallingTools) {
  // WebSocket alone: it stays with one process, and the HTTP server's requests stay the application's.
  const upgrades = createServer();
  httpServer.on('upgrade', (request, socket, head) => upgrades.emit('upgrade', request, socket, head));
  const io = new Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>(
    upgrades,
    {
      serveClient: false,
      transports: ['websocket'],
      maxHttpBufferSize: largestMessage,
      pingInterval,
      pingTimeout,
      connectTimeout: 5000,
      allowRequest: (request, decide) => decide(null, comesFromOwnPage(request)),
    },
  );
  const floods = createFloodLimit();
  // Nothing is served outside our namespace.
  io.use((_socket, next) => next(new Error('unknown_namespace')));

  const visits = io.of(visitsNamespace);
  visits.use(async (socket, next) => {
    try {
      socket.data.client = await meet(socket, tools.identify);
      next();
    } catch (error) {
      next(connectError(error as Error, languageOfSocket(socket)));
    }
  });

  visits.on('connection', (socket: VisitSocket) => {
    const { client } = socket.data;
    socket.onAny(async (name: string, ...parts: unknown[]) => {
      const last = parts.at(-1);
      const acknowledge = typeof last === 'function' ? (last as (result: unknown) => void) : () => undefined;
      const flood = await floods.count(socket.id);
      if (flood === 'disconnect') return client.dismiss(signallingRefusals.too_many_messages());
      if (flood === 'refuse') return acknowledge(refusalFor(client, signallingRefusals.too_many_messages()));
      acknowledge(await answerMessage(client, name, parts[0], tools, tools.log));
    });
    socket.on('disconnect', () => {
      const { membership } = client;
      client.membership = undefined;
      membership?.session.leave(membership.connection.id);
      floods.forget(socket.id).catch(() => undefined);
    });
  });

  function dismissWhere(isMeant: (client: Client) => boolean, refusal: Refusal): void {
    for (const socket of visits.sockets.values()) {
      if (isMeant(socket.data.client)) socket.data.client.dismiss(refusal);
    }
  }

  return {
    /** Lets go of every connection of a station whose key was revoked. */
    disconnectStation(stationId: string): void {
      dismissWhere(
        ({ presented }) => presented.visit_room?.id === stationId || presented.terminal?.id === stationId,
        signallingRefusals.access_withdrawn(),
      );
    },
    /** A session may end or a key be revoked while the connection stays: looks at every one again. */
    async recheckAccess(): Promise<void> {
      for (const { data } of [...visits.sockets.values()]) {
        const presented = await tools.identify(data.client.cookies);
        if (!stillHolds(data.client, presented)) {
          data.client.dismiss(signallingRefusals.access_withdrawn());
        }
      }
    },
    connections: () => visits.sockets.size,
    /** The HTTP server is not ours to close. */
    close(): void {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
export type Signalling = ReturnType<typeof attachSignalling>;

async function meet(socket: VisitSocket, identify: Identify): Promise<Client> {
  const cookies = parseCookie(socket.handshake.headers.cookie ?? '');
  const presented = await identify(cookies);
  if (!presented.staff && !presented.visit_room && !presented.terminal) throw edgeRefusals.not_signed_in();
  const language = languageOfSocket(socket);
  return {
    socketId: socket.id,
    language,
    presented,
    cookies,
    membership: undefined,
    isGone: () => socket.disconnected,
    send: (name, ...message) => socket.emit(name, ...message),
    dismiss(refusal) {
      const { code, title } = refusalFor({ language }, refusal);
      socket.emit('refused', { code, title });
      socket.disconnect(true);
    },
  };
}

const languageOfSocket = ({ handshake }: VisitSocket) => (handshake.auth.language === 'en' ? 'en' : 'zh');

/** What the client's `connect_error` shows: `error.data` has the code and the text. */
function connectError(error: Error, language: Client['language']): Error {
  const refusal = error instanceof Refusal ? error : edgeRefusals.database_away();
  const { code, title } = refusalFor({ language }, refusal);
  return Object.assign(new Error(code), { data: { code, title } });
}

/** The identity that was used to join, or any, if it has not joined. */
function stillHolds({ membership, presented: before }: Client, presented: Presented): boolean {
  if (!membership) return Object.values(presented).some((identity) => identity !== undefined);
  const { as, holderId } = membership;
  if (as !== 'supervisor') return presented[as]?.id === holderId;
  return presented.staff?.id === holderId && presented.staff.role === before.staff?.role;
}
