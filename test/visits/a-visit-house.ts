import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Knex } from 'knex';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { identifyBy } from '../../server/accounts/index.ts';
import { hashToken } from '../../server/accounts/tokens.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { checkInRoutes } from '../../server/check-in/index.ts';
import { undertaking } from '../../server/check-in/undertaking.ts';
import { type Clock, isoNow } from '../../server/clock.ts';
import { serveRoutes } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import type { Check } from '../../server/readiness/index.ts';
import type { Alarms } from '../../server/visits/alarms.ts';
import { createVisits, type Visits } from '../../server/visits/index.ts';
import type {
  Ack,
  ClientMessage,
  ClientMessageName,
  ClientToServerEvents,
  ServerToClientEvents,
} from '../../server/visits/protocol.ts';
import { createMediaNode, openPart } from '../../sfu/index.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { findWorkerBinary } from '../../sfu/worker-binary/index.ts';
import { addApplication, officer, seedDistrict } from '../bookings/a-district.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { freePort } from '../support/mariadb.ts';
import { createClient } from '../support/test-server.ts';

/** Friday 6 November 2026, 09:15 to 09:45 in Shanghai; the next slot begins at 10:00. */
export const bookedOn = '2026-11-02T01:00:00.000Z';
export const startsAt = '2026-11-06T01:15:00.000Z';
export const hardEndAt = '2026-11-06T02:00:00.000Z';
/** Minutes after the start. */
export const minute = (minutes: number) =>
  new Date(Date.parse(startsAt) + Math.round(minutes * 60_000)).toISOString();

const staff = {
  officer: { role: officer.role, prison: null },
  supervisor: { role: 'district_supervisor', prison: null },
  'wujiawa.officer': { role: 'prison_officer', prison: 'wujiawa' },
  'sichahe.officer': { role: 'prison_officer', prison: 'sichahe' },
  auditor: { role: 'auditor', prison: null },
} as const;
export type Someone = keyof typeof staff;
const stations = {
  'room-1': { column: 'visit_room_id', cookie: 'visit_room_key' },
  'room-2': { column: 'visit_room_id', cookie: 'visit_room_key' },
  'wujiawa-terminal-1': { column: 'terminal_id', cookie: 'terminal_key' },
  'sichahe-terminal-1': { column: 'terminal_id', cookie: 'terminal_key' },
} as const;
export type Station = keyof typeof stations;

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A server of visits alone, with two prisons, on a real media node, and one booked visit. */
export type VisitHouse = {
  foundation: Foundation;
  visits: Visits;
  mediaNode: MediaNode;
  origin: string;
  visitId: string;
  ended: string[];

  get<T>(someone: Someone, path?: string): Promise<T>;
  post(someone: Someone, action: string, body?: unknown): Promise<{ status: number; code: string }>;
  cookieOf(who: Someone | Station): string;
  /** A connected socket of a member of staff or of a station; closed with the house. */
  connect(who: Someone | Station, headers?: Record<string, string>, port?: number): Promise<TestSocket>;
  visitRow(): Promise<{ state: string; version: number } | undefined>;
  timeline(): Promise<string[]>;
  turnKeys(): Promise<void>;
  close(): Promise<void>;
};

export type HouseOptions = {
  clock: Clock & { set?(at: string): void; jumpTo?(at: string): void };
  alarms?: Alarms;
  checkDisk?: () => Promise<Check>;
  /** One that several houses share and nobody closes here. */
  mediaNode?: MediaNode;
  /** A house on what another has left: nothing is seeded. */
  visitId?: string;
};

/** `workers` gets the process id of each worker that is started. */
export async function startMediaNode(workers: number[] = []): Promise<MediaNode> {
  const port = await freePort();
  return createMediaNode({
    workerBinary: findWorkerBinary,
    listenAddress: '127.0.0.1',
    ports: { from: port, to: port },
    openPart,
    logger: {
      info: (fields) => 'pid' in fields && workers.push(Number(fields.pid)),
      warn() {},
      error() {},
    },
  });
}

export async function openVisitHouse(
  { db, dataDir }: { db: Knex; dataDir: string },
  { clock, alarms, checkDisk = async () => ({ ok: true }), visitId: left, mediaNode: shared }: HouseOptions,
): Promise<VisitHouse> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const foundation = { ...(await openTestFoundation({ db, dataDir }, clock)), log };
  const visitId = left ?? (await seedVisit(foundation));
  const mediaNode = shared ?? (await startMediaNode());
  const identify = identifyBy(db, clock);
  const ended: string[] = [];
  const visits = createVisits(foundation, {
    mediaNode,
    identify,
    onEnded: (id) => ended.push(id),
    checkDisk,
    ...(alarms ? { alarms } : {}),
  });
  const routes = [...checkInRoutes(foundation, visits), ...visits.routes];
  const app = express().use(serveRoutes(routes, { identify, log: foundation.log, secureCookies: false }));
  const server = createServer(app);
  visits.attach(server);
  await visits.recover();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: ownPort } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${ownPort}`;
  const sockets: TestSocket[] = [];

  const cookieOf = (who: Someone | Station) =>
    who in stations ? `${stations[who as Station].cookie}=${who}` : `session=${who}`;
  const request = async (someone: Someone, method: 'GET' | 'POST', path: string, body?: unknown) =>
    createClient(origin).request<Record<string, unknown>>(method, path, body, { cookie: cookieOf(someone) });

  const house: VisitHouse = {
    foundation,
    visits,
    mediaNode,
    origin,
    visitId,
    ended,
    cookieOf,

    get: async <T>(someone: Someone, path = `/api/visits/${visitId}`) =>
      (await request(someone, 'GET', path)).body as T,
    async post(someone, action, body = {}) {
      const { status, body: answer } = await request(
        someone,
        'POST',
        `/api/visits/${visitId}/${action}`,
        body,
      );
      return { status, code: String(answer.code ?? 'done') };
    },
    async connect(who, headers = {}, port = ownPort) {
      const socket: TestSocket = io(`http://127.0.0.1:${port}/visits`, {
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
        auth: { language: 'en' },
        extraHeaders: { cookie: cookieOf(who), ...headers },
      });
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return socket;
    },
    visitRow: () => db('visits').where({ id: visitId }).first('state', 'version'),
    timeline: () => db('visit_events').where({ visit_id: visitId }).orderBy('position').pluck('kind'),
    turnKeys: () => turnKeys(house),
    async close() {
      for (const socket of sockets) socket.disconnect();
      await visits.close();
      server.closeAllConnections();
      server.close();
      if (shared) await mediaNode.closeRoom(visitId);
      else await mediaNode.close();
      await foundation.ledger.headsKept();
    },
  };
  return house;

  async function seedVisit(on: Foundation): Promise<string> {
    clock.set?.(bookedOn);
    clock.jumpTo?.(bookedOn);
    await seedDistrict(on);
    await seedIdentities(on);
    const applicationId = await addApplication(on);
    const place = { startsAt, visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };
    const id = await bookVisit(on, officer, { applicationId, ...place });
    clock.set?.(minute(-10));
    clock.jumpTo?.(minute(-10));
    return id;
  }
}

/** Sessions and stations whose secret is their name. */
async function seedIdentities({ db, clock }: Foundation): Promise<void> {
  for (const [name, { role, prison }] of Object.entries(staff)) {
    const id = role === officer.role ? officer.id : name;
    if (role !== officer.role) {
      await db('staff').insert({
        id,
        username: name,
        display_name: name,
        role,
        prison_id: prison,
        password_hash: '',
        created_at: isoNow(clock),
      });
    }
    await db('staff_sessions').insert({
      token_hash: hashToken(name),
      staff_id: id,
      created_at: isoNow(clock),
      expires_at: '2027-01-01T00:00:00.000Z',
    });
  }
  for (const [name, { column }] of Object.entries(stations)) {
    await db('stations').insert({
      id: uuid(),
      [column]: name,
      key_hash: hashToken(name),
      enrolled_at: isoNow(clock),
    });
  }
}

/** Both bodies do their part of check-in. */
async function turnKeys(house: VisitHouse): Promise<void> {
  const checkIn = await house.get<{ visitors: { id: string }[]; prisoner: { id: string } }>(
    'officer',
    `/api/visits/${house.visitId}/check-in`,
  );
  const visitors = checkIn.visitors.map(({ id }) => ({
    visitorId: id,
    method: 'id_card_seen',
    undertakingSigned: true,
  }));
  const answers = [
    await house.post('officer', 'check-in/visitors', { textVersion: undertaking.version, visitors }),
    await house.post('wujiawa.officer', 'check-in/prisoner', { prisonerId: checkIn.prisoner.id }),
  ];
  if (answers.some(({ status }) => status !== 200)) throw new Error(JSON.stringify(answers));
}

/** Sends a message and gives its answer; a refusal is thrown. */
export async function ask<N extends ClientMessageName>(
  socket: TestSocket,
  name: N,
  message: ClientMessage<N>,
): Promise<Extract<Ack<N>, { ok: true }>['answer']> {
  const ack = await send(socket, name, message);
  if (!ack.ok) throw new Error(`${name} was refused: ${ack.code}`);
  return ack.answer as Extract<Ack<N>, { ok: true }>['answer'];
}

/** Sends anything at all. */
export function send(
  socket: TestSocket,
  name: string,
  message: unknown,
): Promise<{ ok: true; answer: unknown } | { ok: false; code: string; title: string }> {
  const untyped = socket.timeout(5000) as unknown as {
    emitWithAck(
      name: string,
      message: unknown,
    ): Promise<{ ok: true; answer: unknown } | { ok: false; code: string; title: string }>;
  };
  return untyped.emitWithAck(name, message);
}
