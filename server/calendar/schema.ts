import { z } from 'zod';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';

/** When a prison receives remote visits, on one weekday. Hours are of Asia/Shanghai. */
export const visitDay = z
  .object({
    id: z.string(),
    prisonId: z.string(),
    /** ISO weekday: 1 is Monday, 7 is Sunday. */
    weekday: z.int().min(1).max(7),
    /** `08:30`; `24:00` ends the day. */
    opensAt: z.string(),
    closesAt: z.string(),
    openOnHolidays: z.boolean(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .meta({ id: 'VisitDay' });
export type VisitDay = z.infer<typeof visitDay>;

export const dayKinds = ['ordinary', 'weekend', 'holiday', 'makeup_working_day'] as const;
export type DayKind = (typeof dayKinds)[number];

export const dayKindTexts: Record<DayKind, Text> = {
  ordinary: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '法定节假日', en: 'Public holiday' },
  makeup_working_day: { zh: '调休上班', en: 'Make-up working day' },
};

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

export const visitDaysQuery = z.object({ prisonId: z.string().min(1).max(36) });

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
