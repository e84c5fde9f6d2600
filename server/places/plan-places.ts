import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { type CalendarOfPrison, type MakePlan, momentOf, refuseUnless } from '../calendar/index.ts';
import { dayOf, toStoredTime } from '../clock.ts';
import { edgeRefusals } from '../edge/index.ts';
import type { JsonObject } from '../ledger/index.ts';
import { placeRefusals } from './refusals.ts';
import type { ChangeRoomBody, ChangeTerminalBody, PlaceName } from './schema.ts';

/** Who registers prisons with what stands in them; and who keeps the centre's visit rooms. */
export const prisonKeepers = ['administrator'] as const;
export const roomKeepers = ['administrator', 'district_supervisor'] as const;

export type PlaceKind = 'prison' | 'ward' | 'terminal' | 'centre' | 'visit_room';

export const placeTables: Record<PlaceKind, string> = {
  prison: 'prisons',
  ward: 'wards',
  terminal: 'terminals',
  centre: 'corrections_centres',
  visit_room: 'visit_rooms',
};

const keepersOf = (kind: PlaceKind) => (kind === 'visit_room' ? roomKeepers : prisonKeepers);

/** Adds a station to a place that has a device: of the accounts, which know devices. */
export type AddStation = (trx: Knex.Transaction, place: StationPlace) => Promise<void>;
export type StationPlace = { visitRoomId: string } | { terminalId: string };

/** A ward or a terminal of a prison. */
export function planAddedToPrison(
  kind: 'ward' | 'terminal',
  { prisonId, name }: { prisonId: string; name: PlaceName },
  addStation: AddStation,
): MakePlan {
  return async (db, { staff }) => {
    refuseUnless(prisonKeepers, staff);
    if (!(await db('prisons').where({ id: prisonId }).first('id'))) throw edgeRefusals.not_found();
    await refuseTakenName(db, kind, name, { prison_id: prisonId });
    const id = newId();
    return {
      prisonId,
      after: unchanged,
      async write(trx) {
        await trx(placeTables[kind]).insert({ id, prison_id: prisonId, ...columnsOf(name) });
        if (kind === 'terminal') await addStation(trx, { terminalId: id });
      },
      entry: entryOf('place_added', kind, id, {}),
    };
  };
}

/** A visit room of the centre. */
export function planAddedRoom(
  { name, stepFree }: { name: PlaceName; stepFree: boolean },
  addStation: AddStation,
): MakePlan {
  return async (db, { staff }) => {
    refuseUnless(roomKeepers, staff);
    const centre = await db('corrections_centres').orderBy('id').first('id');
    if (centre === undefined) throw placeRefusals.no_centre();
    await refuseTakenName(db, 'visit_room', name, {});
    const id = newId();
    return {
      prisonId: null,
      after: unchanged,
      async write(trx) {
        await trx('visit_rooms').insert({
          id,
          centre_id: centre.id,
          ...columnsOf(name),
          step_free: stepFree,
        });
        await addStation(trx, { visitRoomId: id });
      },
      entry: entryOf('place_added', 'visit_room', id, { stepFree }),
    };
  };
}

/** The one corrections centre of the district, registered for the first time or renamed. */
export function planCentre({ version, name }: { version: number | null; name: PlaceName }): MakePlan {
  return async (db, planner) => {
    refuseUnless(prisonKeepers, planner.staff);
    const centre = await db('corrections_centres').orderBy('id').first();
    if (version !== null) {
      if (centre === undefined) throw edgeRefusals.not_found();
      return planChange('centre', centre.id, { version, name })(db, planner);
    }
    if (centre !== undefined) throw placeRefusals.one_centre_only({ name: centre.name_zh });
    const id = newId();
    return {
      prisonId: null,
      after: unchanged,
      async write(trx) {
        await trx('corrections_centres').insert({ id, ...columnsOf(name) });
      },
      entry: entryOf('place_added', 'centre', id, {}),
    };
  };
}

type Change = { version: number; name: PlaceName } & Partial<
  Pick<ChangeTerminalBody, 'outOfUseFrom'> & Pick<ChangeRoomBody, 'stepFree'>
>;

/** Another name, step-free or not, out of use from a day on or in use again. */
export function planChange(kind: PlaceKind, id: string, change: Change): MakePlan {
  return async (db, { staff, now }) => {
    refuseUnless(keepersOf(kind), staff);
    const row = await db(placeTables[kind]).where({ id }).first();
    if (row === undefined) throw edgeRefusals.not_found();
    if (row.version !== change.version) throw placeRefusals.stale_page();
    const prisonId: string | null = kind === 'prison' ? id : (row.prison_id ?? null);
    const { name, outOfUseFrom, stepFree } = change;
    await refuseTakenName(db, kind, name, {
      ...(row.prison_id ? { prison_id: row.prison_id } : {}),
      except: id,
    });
    const today = dayOf(now);
    if (outOfUseFrom && outOfUseFrom !== row.out_of_use_from && outOfUseFrom < today)
      throw placeRefusals.out_of_use_in_the_past({ today });
    return {
      prisonId,
      after:
        kind === 'terminal' || kind === 'visit_room' ? outOfUse(kind, id, outOfUseFrom ?? null) : unchanged,
      async write(trx) {
        await trx(placeTables[kind])
          .where({ id })
          .update({
            ...columnsOf(name),
            version: row.version + 1,
            ...(outOfUseFrom === undefined ? {} : { out_of_use_from: outOfUseFrom }),
            ...(stepFree === undefined ? {} : { step_free: stepFree }),
          });
      },
      entry: entryOf('place_changed', kind, id, {
        renamed: row.name_zh !== name.zh || row.name_en !== name.en,
        stepFree,
        outOfUseFrom,
      }),
    };
  };
}

export const unchanged = (calendar: CalendarOfPrison) => calendar;

export const columnsOf = ({ zh, en }: PlaceName) => ({ name_zh: zh, name_en: en });

export function entryOf(
  kind: 'place_added' | 'place_changed',
  placeKind: PlaceKind,
  id: string,
  facts: JsonObject,
) {
  return { kind, subjects: [{ kind: placeKind, id }], facts: { placeKind, placeId: id, ...facts } };
}

/** Two places that people take for each other; wards and terminals may be called alike in different prisons. @throws Refusal */
export async function refuseTakenName(
  db: Knex,
  kind: PlaceKind,
  { zh, en }: PlaceName,
  { except, ...among }: { prison_id?: string; except?: string },
): Promise<void> {
  const taken = await db(placeTables[kind])
    .where(among)
    .where((query) => query.where({ name_zh: zh }).orWhere({ name_en: en }))
    .where((query) => except && query.whereNot({ id: except }))
    .first('name_zh');
  if (taken !== undefined) throw placeRefusals.name_taken({ name: taken.name_zh });
}

/** What is out of use is closed from the beginning of the day on; what is in use again is not. */
const outOfUse =
  (scope: 'terminal' | 'visit_room', scopeId: string, from: string | null) =>
  (calendar: CalendarOfPrison): CalendarOfPrison => ({
    ...calendar,
    closures: [
      ...calendar.closures.filter((one) => one.scopeId !== scopeId || one.until !== null),
      ...(from === null
        ? []
        : [{ scope, scopeId, from: toStoredTime(momentOf(from, '00:00')), until: null, reason: null }]),
    ],
  });
