import { z } from 'zod';
import { applicationKinds } from '../applications/schema.ts';
import { bookingStates } from '../bookings/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { visitTerms } from '../reviews/conditions.ts';

/** How a visit of the list stands with the prison. */
export const visitStandings = ['acknowledged', 'new', 'changed', 'gone', 'begun'] as const;
export type VisitStanding = (typeof visitStandings)[number];
export const visitStandingTexts: Record<VisitStanding, Text> = {
  acknowledged: { zh: '监狱已确认', en: 'Acknowledged' },
  new: { zh: '监狱未确认', en: 'Not acknowledged' },
  changed: { zh: '确认后有变动', en: 'Changed since' },
  gone: { zh: '确认后已取消或改期', en: 'Cancelled or moved since' },
  begun: { zh: '已到场或已结束', en: 'Begun or over' },
};

/** How the whole list stands. */
export const listStates = ['empty', 'waiting', 'missing', 'outdated', 'acknowledged'] as const;
export type ListState = (typeof listStates)[number];
export const listStateTexts: Record<ListState, Text> = {
  empty: { zh: '当日没有会见', en: 'No visits' },
  waiting: { zh: '待监狱确认', en: 'Waits for the prison' },
  missing: { zh: '逾期未确认', en: 'Not acknowledged in time' },
  outdated: { zh: '确认后有变动，须重新确认', en: 'Changed since it was acknowledged' },
  acknowledged: { zh: '监狱已确认', en: 'Acknowledged by the prison' },
};

const id = z.string().min(1).max(36);

export const dayListQuery = z.strictObject({ wardId: id.optional() });
export const ofDayList = z.object({ prisonId: id, day: z.iso.date() });

const seenBooking = z.strictObject({ bookingId: id, version: z.int(), gone: z.boolean() });
export type SeenBooking = z.infer<typeof seenBooking>;

/** Exactly what was on the screen. */
export const acknowledgeBody = z.strictObject({
  wardId: id.nullable(),
  seen: z.array(seenBooking).min(1).max(500),
});
export type AcknowledgeBody = z.infer<typeof acknowledgeBody>;

export const dayListVisit = z
  .object({
    bookingId: z.string(),
    version: z.int(),
    number: z.string(),
    kind: z.enum(applicationKinds),
    state: z.enum(bookingStates),
    standing: z.enum(visitStandings),
    startsAt: z.string(),
    endsAt: z.string(),
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    ward: z.object({ id: z.string(), name: bilingual }),
    terminal: z.object({ id: z.string(), name: bilingual }),
    /** What the prison approved: language, interpreter, duration. */
    terms: visitTerms,
    visitors: z.int(),
  })
  .meta({ id: 'DayListVisit' });
export type DayListVisit = z.infer<typeof dayListVisit>;

export const dayList = z
  .object({
    prison: z.object({ id: z.string(), name: bilingual }),
    day: z.iso.date(),
    /** Of which ward alone; null for the whole prison. */
    ward: z.object({ id: z.string(), name: bilingual }).nullable(),
    state: z.enum(listStates),
    /** By when the prison acknowledges: rule acknowledgement_hour, on the working day before. */
    acknowledgeBy: z.string(),
    visits: z.array(dayListVisit),
    /** The last first. */
    acknowledgements: z.array(
      z.object({ by: z.string(), at: z.string(), ward: bilingual.nullable(), visits: z.int() }),
    ),
    actions: z.object({ acknowledge: allowedAction }),
  })
  .meta({ id: 'DayList' });
export type DayList = z.infer<typeof dayList>;

/** A list that the prison still has to acknowledge; if it is not `waiting`, it should have by now. */
export const openDayList = z
  .object({
    prison: z.object({ id: z.string(), name: bilingual }),
    day: z.iso.date(),
    state: z.enum(['waiting', 'missing', 'outdated']),
    acknowledgeBy: z.string(),
    /** How many visits wait for it. */
    visits: z.int(),
  })
  .meta({ id: 'OpenDayList' });
export type OpenDayList = z.infer<typeof openDayList>;

/** How a visit stands with the prison; null where there is nothing to acknowledge. */
export const visitAcknowledgement = z
  .object({
    standing: z.enum(visitStandings).nullable(),
    /** The time for it is over. */
    overdue: z.boolean(),
    acknowledgeBy: z.string(),
    last: z.object({ by: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'VisitAcknowledgement' });
export type VisitAcknowledgement = z.infer<typeof visitAcknowledgement>;
