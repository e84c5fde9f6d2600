import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { dayOf, toStoredTime } from '../clock.ts';
import { dayBefore } from '../days.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { JsonObject } from '../ledger/index.ts';
import type { CalendarOfPrison, CentreHours } from './calendar-of-prison.ts';
import type { AddCentreHoursBody, CentreHoursBody } from './change-schema.ts';
import { faultOfEnd, faultOfHours, faultOfReplacement, overlap, sayHours } from './decide-hours.ts';
import { toCentreHours } from './load-calendar.ts';
import { type MakePlan, type Planner, refuseUnless } from './plan.ts';
import { calendarRefusals } from './refusals.ts';
import { type CentreHoursRow, centreHoursTable } from './tables.ts';

/** Who runs the corrections centre. */
export const centreKeepers = ['district_supervisor'] as const;

/** The centre has hours on these weekdays from a day on. */
export function planAddedCentreHours({ from, hours }: AddCentreHoursBody): MakePlan {
  return async (db, planner) => {
    const centreId = await openCentre(db, planner.staff);
    const added = asCentreHours(hours, from);
    await refuseFaults(db, { added, instead: undefined }, planner);
    return {
      prisonId: null,
      after: (calendar) => ({ ...calendar, centreHours: [...calendar.centreHours, added] }),
      write: (trx) => insertHours(trx, centreId, added, planner),
      entry: {
        kind: 'centre_hours_added',
        subjects: [{ kind: 'centre', id: centreId }],
        facts: factsOf(added),
      },
    };
  };
}

export function planEndedCentreHours({ id, lastDay }: { id: string; lastDay: string }): MakePlan {
  return async (db, planner) => {
    const row = await openHours(db, id, planner.staff);
    const fault = faultOfEnd(validityOf(row), lastDay, dayOf(planner.now));
    if (fault) throw fault;
    return {
      prisonId: null,
      after: ending(id, lastDay),
      write: (trx) => endHours(trx, id, lastDay, planner),
      entry: {
        kind: 'centre_hours_ended',
        subjects: [{ kind: 'centre', id: row.centre_id }],
        facts: { centreHoursId: id, lastDay },
      },
    };
  };
}

/** Hours end, and from a day on others are in their place. */
export function planChangedCentreHours({ id, from, hours }: { id: string } & AddCentreHoursBody): MakePlan {
  return async (db, planner) => {
    const row = await openHours(db, id, planner.staff);
    const fault = faultOfReplacement(validityOf(row), from, dayOf(planner.now));
    if (fault) throw fault;
    const added = asCentreHours(hours, from);
    await refuseFaults(db, { added, instead: id }, planner);
    const lastDay = dayBefore(from);
    const end = ending(id, lastDay);
    return {
      prisonId: null,
      after: (calendar) => ({ ...end(calendar), centreHours: [...end(calendar).centreHours, added] }),
      async write(trx) {
        await endHours(trx, id, lastDay, planner);
        await insertHours(trx, row.centre_id, added, planner);
      },
      entry: {
        kind: 'centre_hours_changed',
        subjects: [{ kind: 'centre', id: row.centre_id }],
        facts: { lastDay, ...factsOf(added) },
      },
    };
  };
}

/** The one centre of the district. @throws Refusal */
export async function openCentre(db: Knex, staff: StaffPrincipal): Promise<string> {
  refuseUnless(centreKeepers, staff);
  const centre: { id: string } | undefined = await db('corrections_centres').orderBy('id').first('id');
  if (centre === undefined) throw calendarRefusals.no_centre();
  return centre.id;
}

async function openHours(db: Knex, id: string, staff: StaffPrincipal): Promise<CentreHoursRow> {
  refuseUnless(centreKeepers, staff);
  const row = await centreHoursTable(db).where({ id }).first();
  if (row === undefined) throw edgeRefusals.not_found();
  return row;
}

/** @throws Refusal */
async function refuseFaults(
  db: Knex,
  { added, instead }: { added: CentreHours; instead: string | undefined },
  { now }: Planner,
): Promise<void> {
  const fault = faultOfHours(added, dayOf(now));
  if (fault) throw fault;
  const others = (await centreHoursTable(db)).filter(({ id }) => id !== instead).map(toCentreHours);
  const overlapping = others.find((other) => overlap(added, other));
  if (overlapping) throw calendarRefusals.hours_overlap({ hours: sayHours(overlapping) });
}

const asCentreHours = (body: CentreHoursBody, from: string): CentreHours => ({
  ...body,
  id: newId(),
  everyWeeks: 1,
  validFrom: from,
});

const validityOf = (row: CentreHoursRow) => ({ validFrom: row.valid_from, validTo: row.valid_to });

const ending = (id: string, lastDay: string) => (calendar: CalendarOfPrison) => ({
  ...calendar,
  centreHours: calendar.centreHours.map((one) => (one.id === id ? { ...one, validTo: lastDay } : one)),
});

async function endHours(trx: Knex.Transaction, id: string, lastDay: string, { staff, now }: Planner) {
  await centreHoursTable(trx)
    .where({ id })
    .update({ valid_to: lastDay, ended_by: staff.id, ended_at: toStoredTime(now) });
}

async function insertHours(
  trx: Knex.Transaction,
  centreId: string,
  added: CentreHours,
  { staff, now }: Planner,
): Promise<void> {
  await centreHoursTable(trx).insert({
    id: added.id,
    centre_id: centreId,
    weekdays: added.weekdays.join(','),
    opens_at: added.opensAt,
    closes_at: added.closesAt,
    open_on_holidays: added.openOnHolidays,
    valid_from: added.validFrom,
    valid_to: added.validTo,
    created_by: staff.id,
    created_at: toStoredTime(now),
    ended_by: null,
    ended_at: null,
  });
}

function factsOf({ id: centreHoursId, everyWeeks: _everyWeeks, ...hours }: CentreHours): JsonObject {
  return { centreHoursId, ...hours };
}
