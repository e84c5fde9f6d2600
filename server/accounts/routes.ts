import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { isoNow } from '../clock.ts';
import { cookieNames, edgeRefusals, type Route, roles, route, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { enrolStation, makeEnrolmentCode, revokeStation } from './enrol-station.ts';
import {
  enrolBody,
  type OwnStation,
  ownStation,
  type StaffAccount,
  type Station,
  signInBody,
  staffAccount,
  station,
} from './schema.ts';
import { openSignIn, sessionHours } from './sign-in.ts';
import { staffRoutes } from './staff-routes.ts';
import { placeIdOf, type StationOfPlace, stationsOfPlaces } from './tables.ts';
import { hashToken } from './tokens.ts';

/** Browsers keep a cookie 400 days at most; the station's page renews it at every visit. */
const stationCookieSeconds = 400 * 24 * 3600;
const ofPlace = z.object({ placeId: z.string().max(36) });

export type AccountEvents = {
  /** The device that was this station is it no longer. */
  stationRevoked(stationId: string): void;
  /** Somebody's session has ended: whoever relies on it has to look again. */
  sessionEnded(): void;
};

export function accountRoutes(foundation: Foundation, events: AccountEvents): Route[] {
  const { db, clock } = foundation;
  const signIn = openSignIn(foundation);
  // Guessing passwords or codes is slowed down for each address; the account's own lock is in the database.
  const guesses = new RateLimiterMemory({ points: 30, duration: 60 });
  const allowGuess = async (address: string) => {
    await guesses.consume(address).catch(() => {
      throw edgeRefusals.too_many_requests();
    });
  };
  const endSession = async (token: string | undefined) => {
    if (token === undefined) return;
    const ended = await db('staff_sessions')
      .where({ token_hash: hashToken(token) })
      .delete();
    if (ended > 0) events.sessionEnded();
  };

  return [
    ...staffRoutes(foundation, { accessChanged: events.sessionEnded }),
    route({
      method: 'post',
      path: '/api/session',
      who: ['anyone'],
      summary: 'Sign in a member of staff.',
      body: signInBody,
      answer: staffAccount,
      async handle({ body, cookies, address, presented }) {
        await allowGuess(address);
        const { staff, token } = await signIn(body);
        // Whoever was signed in at this browser before has gone.
        await endSession(presented.sessionToken);
        cookies.set(cookieNames.staff, token, sessionHours * 3600);
        return toStaffAccount(foundation, staff);
      },
    }),
    route({
      method: 'get',
      path: '/api/session',
      who: roles,
      summary: 'Who is signed in.',
      answer: staffAccount,
      handle: ({ principal }) => toStaffAccount(foundation, principal),
    }),
    route({
      method: 'delete',
      path: '/api/session',
      who: ['anyone'],
      summary: 'Sign out.',
      answer: 'nothing',
      async handle({ presented, cookies }) {
        await endSession(presented.sessionToken);
        cookies.clear(cookieNames.staff);
      },
    }),
    route({
      method: 'get',
      path: '/api/stations',
      who: ['administrator'],
      summary: 'Every visit room and terminal with the state of its device.',
      answer: z.array(station),
      async handle() {
        const rows = await stationsOfPlaces(db).orderBy(['terminals.prison_id', 'place_name_zh']);
        return rows.map((row) => toStation(row, isoNow(clock)));
      },
    }),
    route({
      method: 'post',
      path: '/api/stations/:placeId/enrolment-code',
      who: ['administrator'],
      summary: 'Make the one-time code with which the device of a place is enrolled.',
      params: ofPlace,
      answer: z.object({ code: z.string(), expiresAt: z.string() }),
      status: 201,
      handle: ({ params }) => makeEnrolmentCode(foundation, params.placeId),
    }),
    route({
      method: 'delete',
      path: '/api/stations/:placeId/enrolment',
      who: ['administrator'],
      summary: 'Revoke the key of the device of a place, at once.',
      params: ofPlace,
      answer: 'nothing',
      async handle({ params }) {
        events.stationRevoked(await revokeStation(foundation, params.placeId));
      },
    }),
    route({
      method: 'post',
      path: '/api/station/enrolment',
      who: ['anyone'],
      summary: 'Enrol this device with a one-time code.',
      body: enrolBody,
      answer: ownStation,
      status: 201,
      async handle({ body, cookies, address }) {
        await allowGuess(address);
        const { station: enrolled, key } = await enrolStation(foundation, body.code);
        events.stationRevoked(enrolled.id);
        const own = toOwnStation(enrolled);
        cookies.set(cookieNames[own.kind], key, stationCookieSeconds);
        return own;
      },
    }),
    ...(['visit_room', 'terminal'] as const).map((kind) =>
      route({
        method: 'get',
        path: kind === 'terminal' ? '/api/station/terminal' : '/api/station/visit-room',
        who: [kind],
        summary: 'What this device is.',
        answer: ownStation,
        async handle({ principal, cookies }) {
          const [own] = await stationsOfPlaces(db).where('stations.id', principal.id);
          if (own === undefined) throw edgeRefusals.not_signed_in();
          cookies.renew(cookieNames[kind], stationCookieSeconds);
          return toOwnStation(own);
        },
      }),
    ),
  ];
}

async function toStaffAccount({ db }: Foundation, staff: StaffPrincipal): Promise<StaffAccount> {
  const prison = staff.prisonId ? await db('prisons').where({ id: staff.prisonId }).first() : undefined;
  return {
    id: staff.id,
    username: staff.username,
    displayName: staff.displayName,
    role: staff.role,
    prison: prison ? { id: prison.id, name: { zh: prison.name_zh, en: prison.name_en } } : null,
  };
}

function toOwnStation(row: StationOfPlace): OwnStation {
  return {
    id: row.id,
    kind: row.terminal_id ? 'terminal' : 'visit_room',
    placeId: placeIdOf(row),
    placeName: { zh: row.place_name_zh, en: row.place_name_en },
    prisonName:
      row.prison_name_zh !== null && row.prison_name_en !== null
        ? { zh: row.prison_name_zh, en: row.prison_name_en }
        : null,
  };
}

function toStation(row: StationOfPlace, now: string): Station {
  const codeWaits = row.enrolment_code_expires_at !== null && row.enrolment_code_expires_at > now;
  return {
    ...toOwnStation(row),
    state: row.key_hash ? 'enrolled' : codeWaits ? 'code_waiting' : 'not_enrolled',
    enrolledAt: row.enrolled_at,
    codeExpiresAt: codeWaits ? row.enrolment_code_expires_at : null,
  };
}
