import { z } from 'zod';
import { say } from '../edge/language.ts';
import { closureReasons, closureScopes, festivals } from './codes.ts';

const id = z.string().min(1).max(36);
const day = z.iso.date();

const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const time = z
  .string()
  .refine((text) => timePattern.test(text), say('请按“08:30”的格式填写时间。', 'Write a time like 08:30.'));

const distinct = <T>(items: readonly T[]) => new Set(items).size === items.length;
const twice = say('同一项不能选择两次。', 'The same one is chosen twice.');

const hours = {
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine(distinct, twice)
    .transform((days) => [...days].sort((a, b) => a - b)),
  opensAt: time,
  closesAt: time,
  openOnHolidays: z.boolean(),
  /** The last day; null is until further notice. */
  validTo: day.nullable(),
};

export const centreHoursBody = z.strictObject(hours);
export type CentreHoursBody = z.infer<typeof centreHoursBody>;

export const sessionBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  ...hours,
  everyWeeks: z.int().min(1).max(52),
  /** None is every ward. */
  wardIds: z.array(id).max(100).refine(distinct, twice),
  /** Null is as many as there are terminals. */
  capacity: z.int().min(1).max(1000).nullable(),
});
export type SessionBody = z.infer<typeof sessionBody>;

export const addSessionBody = z.strictObject({ prisonId: id, from: day, session: sessionBody });
export type AddSessionBody = z.infer<typeof addSessionBody>;
export const changeSessionBody = z.strictObject({ from: day, session: sessionBody });
export const endBody = z.strictObject({ lastDay: day });

export const addCentreHoursBody = z.strictObject({ from: day, hours: centreHoursBody });
export type AddCentreHoursBody = z.infer<typeof addCentreHoursBody>;

const closureFields = z.strictObject({
  scope: z.enum(closureScopes),
  scopeId: id,
  /** Moments: a whole day is from its beginning to the beginning of the next. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  reasonCode: z.enum(closureReasons),
  /** Kept with the closure, never in the ledger. */
  note: z.string().trim().max(500).default(''),
});
const saysOther = ({ reasonCode, note }: z.infer<typeof closureFields>) =>
  reasonCode !== 'other' || note !== '';
const otherNeedsNote = {
  ...say('选择“其他”时须填写说明。', 'With “other”, say what the reason is.'),
  path: ['note'],
};
export const closureBody = closureFields.refine(saysOther, otherNeedsNote);
export type ClosureBody = z.infer<typeof closureBody>;

export const liftBody = z.strictObject({ note: z.string().trim().min(1).max(500) });

export const arrangementBody = z.strictObject({
  year: z.int().min(2020).max(2100),
  /** The document of the State Council, with its number. */
  source: z.string().trim().min(1).max(200),
  days: z
    .array(
      z.strictObject({
        day,
        kind: z.enum(['holiday', 'makeup_working_day']),
        festival: z.enum(festivals),
      }),
    )
    .min(1)
    .max(80),
});
export type ArrangementBody = z.infer<typeof arrangementBody>;

/** A change of the calendar that somebody thinks of: what it would do to booked visits is told before it is done. */
export const calendarChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('end_session'), id, ...endBody.shape }),
  z.strictObject({ change: z.literal('change_session'), id, ...changeSessionBody.shape }),
  z.strictObject({ change: z.literal('add_centre_hours'), ...addCentreHoursBody.shape }),
  z.strictObject({ change: z.literal('end_centre_hours'), id, ...endBody.shape }),
  z.strictObject({ change: z.literal('change_centre_hours'), id, ...addCentreHoursBody.shape }),
  z.strictObject({ change: z.literal('close'), ...closureFields.shape }).refine(saysOther, otherNeedsNote),
  z.strictObject({ change: z.literal('enter_holidays'), ...arrangementBody.shape }),
]);
export type CalendarChange = z.infer<typeof calendarChange>;
