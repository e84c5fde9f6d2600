import type { Knex } from 'knex';
import type { Role, StaffPrincipal, StationPrincipal } from '../edge/index.ts';

export type StaffRow = {
  id: string;
  username: string;
  display_name: string;
  role: Role;
  prison_id: string | null;
  password_hash: string;
  failed_sign_ins: number;
  locked_until: string | null;
  disabled_at: string | null;
  created_at: string;
  version: number;
  /** Given by an administrator: the first sign-in has to replace it. */
  password_is_one_time: boolean | 0 | 1;
};

export type StationRow = {
  id: string;
  visit_room_id: string | null;
  terminal_id: string | null;
  enrolment_code_hash: string | null;
  enrolment_code_expires_at: string | null;
  key_hash: string | null;
  enrolled_at: string | null;
};

export type StationOfPlace = StationRow & {
  place_name_zh: string;
  place_name_en: string;
  prison_id: string | null;
  prison_name_zh: string | null;
  prison_name_en: string | null;
};

export function toStaffPrincipal(row: StaffRow): StaffPrincipal {
  return {
    kind: 'staff',
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    prisonId: row.prison_id,
  };
}

export async function staffOfSession(
  db: Knex,
  tokenHash: string,
  now: string,
): Promise<StaffPrincipal | undefined> {
  const row: StaffRow | undefined = await db('staff_sessions')
    .join('staff', 'staff.id', 'staff_sessions.staff_id')
    .where('staff_sessions.token_hash', tokenHash)
    .where('staff_sessions.expires_at', '>', now)
    .whereNull('staff.disabled_at')
    .first('staff.*');
  return row && toStaffPrincipal(row);
}

/** Stations with the names of their places; every place has one, enrolled or not. */
export function stationsOfPlaces(db: Knex): Knex.QueryBuilder<StationOfPlace, StationOfPlace[]> {
  return db('stations')
    .leftJoin('visit_rooms', 'visit_rooms.id', 'stations.visit_room_id')
    .leftJoin('terminals', 'terminals.id', 'stations.terminal_id')
    .leftJoin('prisons', 'prisons.id', 'terminals.prison_id')
    .select(
      'stations.*',
      db.raw('coalesce(visit_rooms.name_zh, terminals.name_zh) as place_name_zh'),
      db.raw('coalesce(visit_rooms.name_en, terminals.name_en) as place_name_en'),
      'terminals.prison_id',
      { prison_name_zh: 'prisons.name_zh', prison_name_en: 'prisons.name_en' },
    );
}

export function placeIdOf(row: StationRow): string {
  const placeId = row.visit_room_id ?? row.terminal_id;
  if (placeId === null) throw new Error(`station ${row.id} has no place`);
  return placeId;
}

export async function stationOfKey(db: Knex, keyHash: string): Promise<StationPrincipal | undefined> {
  const row: (StationRow & { prison_id: string | null }) | undefined = await db('stations')
    .leftJoin('terminals', 'terminals.id', 'stations.terminal_id')
    .where('stations.key_hash', keyHash)
    .first('stations.*', 'terminals.prison_id');
  if (!row) return undefined;
  if (row.visit_room_id) return { kind: 'visit_room', id: row.id, visitRoomId: row.visit_room_id };
  if (row.terminal_id && row.prison_id) {
    return { kind: 'terminal', id: row.id, terminalId: row.terminal_id, prisonId: row.prison_id };
  }
  return undefined;
}
