import type { Knex } from 'knex';
import { type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type Places, places } from './schema.ts';

type NamedRow = { id: string; name_zh: string; name_en: string };

export function placeRoutes({ db }: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/places',
      who: roles,
      summary: 'The prisons that this member of staff works with, and the visit rooms of the centre.',
      answer: places,
      handle: ({ principal }) => loadPlaces(db, principal.prisonId),
    }),
  ];
}

async function loadPlaces(db: Knex, onlyPrisonId: string | null): Promise<Places> {
  const prisons: NamedRow[] = await db('prisons')
    .where((query) => onlyPrisonId && query.where({ id: onlyPrisonId }))
    .orderBy('id');
  const wards: (NamedRow & { prison_id: string })[] = await db('wards').orderBy('name_en');
  const terminals: (NamedRow & { prison_id: string })[] = await db('terminals').orderBy('name_en');
  const visitRooms: (NamedRow & { step_free: number })[] = await db('visit_rooms').orderBy('name_en');
  return {
    prisons: prisons.map((prison) => ({
      ...named(prison),
      wards: wards.filter((ward) => ward.prison_id === prison.id).map(named),
      terminals: terminals.filter((terminal) => terminal.prison_id === prison.id).map(named),
    })),
    visitRooms: visitRooms.map((room) => ({ ...named(room), stepFree: Boolean(room.step_free) })),
  };
}

function named(row: NamedRow): { id: string; name: { zh: string; en: string } } {
  return { id: row.id, name: { zh: row.name_zh, en: row.name_en } };
}
