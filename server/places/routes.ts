import { z } from 'zod';
import {
  carryOut,
  type FindTouchedBookings,
  type MakePlan,
  type PlanHooks,
  previewPlan,
} from '../calendar/index.ts';
import { calendarPreview } from '../calendar/schema.ts';
import { type Language, type Role, type Route, roles, route, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { planFoundedPrison } from './found-prison.ts';
import { loadPlaces } from './load-places.ts';
import {
  type AddStation,
  type PlaceKind,
  placeTables,
  planAddedRoom,
  planAddedToPrison,
  planCentre,
  planChange,
  prisonKeepers,
  roomKeepers,
} from './plan-places.ts';
import {
  addPlaceBody,
  addRoomBody,
  centreBody,
  changeNameBody,
  changeRoomBody,
  changeTerminalBody,
  foundPrisonBody,
  outOfUseBody,
  places,
} from './schema.ts';

const ofPrison = z.object({ prisonId: z.string().max(36) });
const ofPlace = z.object({ placeId: z.string().max(36) });

export type PlaceHooks = PlanHooks & { addStation: AddStation; findTouchedBookings: FindTouchedBookings };

export function placeRoutes(
  foundation: Foundation,
  { addStation, findTouchedBookings, watchFlagged }: PlaceHooks,
): Route[] {
  const { db, ledger } = foundation;
  const change = async (staff: StaffPrincipal, language: Language, plan: MakePlan) => {
    await carryOut(foundation, staff, plan, { watchFlagged });
    return loadPlaces(db, staff, language);
  };
  /** Every kind of place is changed in the same way. */
  const changing = <B extends z.ZodType<{ version: number; name: { zh: string; en: string } }>>(
    kind: Exclude<PlaceKind, 'centre'>,
    who: readonly [Role, ...Role[]],
    body: B,
  ) =>
    route({
      method: 'post',
      path: `/api/${placeTables[kind].replaceAll('_', '-')}/:placeId/change`,
      who,
      summary: `Change a ${kind.replace('_', ' ')}; what is booked stays and is flagged if it does not fit.`,
      params: ofPlace,
      body,
      answer: places,
      handle: ({ principal, params, body: changed, language }) =>
        change(principal, language, planChange(kind, params.placeId, changed)),
    });
  return [
    route({
      method: 'get',
      path: '/api/places',
      who: roles,
      summary: 'The prisons that this member of staff works with, and the centre with its visit rooms.',
      answer: places,
      handle: ({ principal, language }) => loadPlaces(db, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/prisons',
      who: prisonKeepers,
      summary: 'Register a prison and found its ledger book.',
      body: foundPrisonBody,
      answer: places,
      status: 201,
      handle: ({ principal, body, language }) => change(principal, language, planFoundedPrison(ledger, body)),
    }),
    ...(['ward', 'terminal'] as const).map((kind) =>
      route({
        method: 'post',
        path: `/api/prisons/:prisonId/${kind}s`,
        who: prisonKeepers,
        summary: `Register a ${kind} of a prison.`,
        params: ofPrison,
        body: addPlaceBody,
        answer: places,
        status: 201,
        handle: ({ principal, params, body, language }) =>
          change(principal, language, planAddedToPrison(kind, { ...params, ...body }, addStation)),
      }),
    ),
    route({
      method: 'put',
      path: '/api/centre',
      who: prisonKeepers,
      summary: 'Register the corrections centre, or rename it.',
      body: centreBody,
      answer: places,
      handle: ({ principal, body, language }) => change(principal, language, planCentre(body)),
    }),
    route({
      method: 'post',
      path: '/api/visit-rooms',
      who: roomKeepers,
      summary: 'Register a visit room of the centre.',
      body: addRoomBody,
      answer: places,
      status: 201,
      handle: ({ principal, body, language }) => change(principal, language, planAddedRoom(body, addStation)),
    }),
    changing('prison', prisonKeepers, changeNameBody),
    changing('ward', prisonKeepers, changeNameBody),
    changing('terminal', prisonKeepers, changeTerminalBody),
    changing('visit_room', roomKeepers, changeRoomBody),
    route({
      method: 'post',
      path: '/api/places/preview',
      who: roomKeepers,
      summary: 'Which booked visits taking a terminal or a visit room out of use would touch.',
      body: outOfUseBody,
      answer: calendarPreview,
      async handle({ principal: staff, body: { kind, id, outOfUseFrom }, language }) {
        const row = await db(placeTables[kind]).where({ id }).first();
        const name = { zh: row?.name_zh ?? '', en: row?.name_en ?? '' };
        const plan = planChange(kind, id, { version: row?.version ?? 0, name, outOfUseFrom });
        return previewPlan(foundation, staff, plan, { findTouchedBookings, language });
      },
    }),
  ];
}
