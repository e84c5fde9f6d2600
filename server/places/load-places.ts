import type { Knex } from 'knex';
import { edgeRefusals, type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { prisonKeepers, roomKeepers } from './plan-places.ts';
import type { Places } from './schema.ts';

type PlaceRow = { id: string; name_zh: string; name_en: string; version: number };
type EquippedRow = PlaceRow & { out_of_use_from: string | null };

/** The places that this member of staff works with, and whether they may change them. */
export async function loadPlaces(
  db: Knex,
  { prisonId, role }: StaffPrincipal,
  language: Language,
): Promise<Places> {
  const prisons: PlaceRow[] = await db('prisons')
    .where((query) => prisonId && query.where({ id: prisonId }))
    .orderBy('id');
  const wards: (PlaceRow & { prison_id: string })[] = await db('wards').orderBy('name_en');
  const terminals: (EquippedRow & { prison_id: string })[] = await db('terminals').orderBy('name_en');
  const visitRooms: (EquippedRow & { step_free: boolean | 0 | 1 })[] =
    await db('visit_rooms').orderBy('name_en');
  const centre: PlaceRow | undefined = await db('corrections_centres').orderBy('id').first();
  const may = (keepers: readonly string[]) =>
    toAllowedAction(keepers.includes(role) ? undefined : edgeRefusals.not_permitted(), language);
  return {
    prisons: prisons.map((prison) => ({
      ...named(prison),
      wards: wards.filter((ward) => ward.prison_id === prison.id).map(named),
      terminals: terminals.filter((terminal) => terminal.prison_id === prison.id).map(equipped),
    })),
    centre: centre === undefined ? null : named(centre),
    visitRooms: visitRooms.map((room) => ({ ...equipped(room), stepFree: Boolean(room.step_free) })),
    actions: { keepPrisons: may(prisonKeepers), keepRooms: may(roomKeepers) },
  };
}

const named = (row: PlaceRow) => ({
  id: row.id,
  name: { zh: row.name_zh, en: row.name_en },
  version: row.version,
});

const equipped = (row: EquippedRow) => ({ ...named(row), outOfUseFrom: row.out_of_use_from });
