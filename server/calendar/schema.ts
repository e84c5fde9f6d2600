import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { bookingInPreview } from '../rules/schema.ts';
import { closureReasons, closureScopes, dayKinds, festivals } from './codes.ts';

export {
  type ClosureReason,
  type ClosureScope,
  closureReasons,
  closureReasonTexts,
  closureScopes,
  closureScopeTexts,
  type DayKind,
  dayKinds,
  dayKindTexts,
  type Festival,
  festivals,
  festivalTexts,
  weekdayTexts,
} from './codes.ts';

/** Hours on weekdays from a day until a day; hours are of Asia/Shanghai. */
const hours = {
  id: z.string(),
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  weekdays: z.array(z.int().min(1).max(7)),
  /** `08:30`; `24:00` ends the day. */
  opensAt: z.string(),
  closesAt: z.string(),
  openOnHolidays: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
};

/** When a prison has visits (会见场次模板): repeated on weekdays, for some wards or all, so many at once. */
export const sessionTemplate = z
  .object({
    ...hours,
    prisonId: z.string(),
    name: z.string(),
    /** Every so many weeks, counted from the week of `validFrom`. */
    everyWeeks: z.int(),
    /** None is every ward. */
    wards: z.array(z.object({ id: z.string(), name: bilingual })),
    /** Visits at once; null is as many as there are terminals. */
    capacity: z.int().nullable(),
    actions: z.object({ end: allowedAction }),
  })
  .meta({ id: 'SessionTemplate' });
export type SessionTemplate = z.infer<typeof sessionTemplate>;

/** When the corrections centre is open. */
export const centreHours = z
  .object({ ...hours, actions: z.object({ end: allowedAction }) })
  .meta({ id: 'CentreHours' });
export type CentreHours = z.infer<typeof centreHours>;

export const centre = z
  .object({
    centre: z.object({ id: z.string(), name: bilingual }).nullable(),
    /** None at all: it is open whenever a prison has visits. */
    hours: z.array(centreHours),
    actions: z.object({ addHours: allowedAction }),
  })
  .meta({ id: 'Centre' });
export type Centre = z.infer<typeof centre>;

export const closure = z
  .object({
    id: z.string(),
    scope: z.enum(closureScopes),
    scopeId: z.string(),
    scopeName: bilingual,
    /** The prison of a prison or a terminal. */
    prison: z.object({ id: z.string(), name: bilingual }).nullable(),
    from: z.string(),
    until: z.string(),
    reasonCode: z.enum(closureReasons),
    note: z.string(),
    entered: z.object({ by: z.string(), at: z.string() }),
    lifted: z.object({ by: z.string(), at: z.string(), note: z.string() }).nullable(),
    standing: z.enum(['to_come', 'in_force', 'over', 'lifted']),
    actions: z.object({ lift: allowedAction }),
  })
  .meta({ id: 'Closure' });
export type Closure = z.infer<typeof closure>;

export const closuresQuery = z.object({
  prisonId: z.string().min(1).max(36).optional(),
  /** Those that are over too. */
  past: z.enum(['yes', 'no']).default('no'),
});

export const closureList = z
  .object({
    closures: z.array(closure),
    /** There are more than are shown. */
    more: z.boolean(),
    /** What this person may close; the prison of a prison's staff. */
    mayClose: z.array(z.enum(closureScopes)),
  })
  .meta({ id: 'ClosureList' });
export type ClosureList = z.infer<typeof closureList>;

export const calendarPreview = z
  .object({
    /** Booked visits to come that were looked at; nothing is done to any of them. */
    lookedAt: z.int(),
    /** Those that fit the calendar now, and would not with the change. */
    touched: z.array(bookingInPreview),
  })
  .meta({ id: 'CalendarPreview' });
export type CalendarPreview = z.infer<typeof calendarPreview>;

/** The State Council's arrangement of a year, as far as it is known here. */
export const holidayYear = z
  .object({
    year: z.int(),
    /** Entered by the office, come with the system, or not known: then only holidays of fixed dates are. */
    known: z.enum(['entered', 'built_in', 'unknown']),
    source: z.string().nullable(),
    entered: z.object({ by: z.string(), at: z.string(), edition: z.int() }).nullable(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        kind: z.enum(['holiday', 'makeup_working_day']),
        festival: z.enum(festivals),
      }),
    ),
  })
  .meta({ id: 'HolidayYear' });
export type HolidayYear = z.infer<typeof holidayYear>;

export const holidayYears = z
  .object({
    years: z.array(holidayYear),
    /** The year whose arrangement should be known by now and is not; the State Council announces it in November. */
    missing: z.int().nullable(),
    actions: z.object({ enter: allowedAction }),
  })
  .meta({ id: 'HolidayYears' });
export type HolidayYears = z.infer<typeof holidayYears>;

export const calendarDay = z
  .object({
    date: z.iso.date(),
    kind: z.enum(dayKinds),
    /** The festival that makes it a holiday or a make-up working day. */
    festival: bilingual.nullable(),
    /** False while the State Council's arrangement of that year is not known here: only fixed holidays are then. */
    arrangementKnown: z.boolean(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof calendarDay>;

const id = z.string().min(1).max(36);

export const sessionTemplatesQuery = z.object({ prisonId: id });

export const weekQuery = z.object({ prisonId: id, from: z.iso.date(), to: z.iso.date() });

/** A day of a prison's calendar, as it will be: sessions and what closes them. */
export const weekDay = calendarDay
  .extend({
    /** The centre's hours; null where it has none of its own and is open whenever a prison is. */
    centreHours: z.array(z.object({ opensAt: z.string(), closesAt: z.string() })).nullable(),
    sessions: z.array(
      z.object({
        templateId: z.string(),
        name: z.string(),
        opensAt: z.string(),
        closesAt: z.string(),
        wards: z.array(z.object({ id: z.string(), name: bilingual })),
        capacity: z.int().nullable(),
        /** False on a public holiday. */
        held: z.boolean(),
        /** Visits that are booked in it. */
        booked: z.int(),
      }),
    ),
    /** What is closed on the day, by the id of the closure. */
    closureIds: z.array(z.string()),
  })
  .meta({ id: 'WeekDay' });
export type WeekDay = z.infer<typeof weekDay>;

export const week = z
  .object({
    days: z.array(weekDay),
    closures: z.array(closure),
    /** To add a session. */
    actions: z.object({ addSession: allowedAction }),
  })
  .meta({ id: 'Week' });
export type Week = z.infer<typeof week>;

export const slotsQuery = z.object({
  applicationId: z.string().min(1).max(36),
  /** The first and the last day, in Asia/Shanghai. */
  from: z.iso.date(),
  to: z.iso.date(),
});

/** Why a slot cannot be booked: `text` is in the language of the request. */
export const slotReason = z.object({ code: z.string(), text: z.string() }).meta({ id: 'SlotReason' });

export const slot = z
  .object({
    startsAt: z.string(),
    endsAt: z.string(),
    /** It would make up for a visit that failed: without the shortest time ahead. */
    makeup: z.boolean(),
    free: z.boolean(),
    /** What can be chosen; empty unless free. Rooms that this visit cannot use are left out. */
    visitRoomIds: z.array(z.string()),
    terminalIds: z.array(z.string()),
    /** Empty if free. */
    reasons: z.array(slotReason),
  })
  .meta({ id: 'Slot' });
export type Slot = z.infer<typeof slot>;

export const slotsAnswer = z
  .object({
    /** The application's booking that would be moved; null if none is waiting. */
    bookingId: z.string().nullable(),
    days: z.array(calendarDay),
    slots: z.array(slot),
  })
  .meta({ id: 'Slots' });
export type SlotsAnswer = z.infer<typeof slotsAnswer>;
