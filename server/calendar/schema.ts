import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { dayKinds } from './codes.ts';

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
