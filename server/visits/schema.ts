import { z } from 'zod';
import { attentionItem } from '../bookings/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say } from '../edge/language.ts';
import { visitTerms } from '../reviews/conditions.ts';
import {
  closingOutcomes,
  conditions,
  finishingOutcomes,
  outcomes,
  partyWaits,
  pauseReasons,
  sides,
  stopReasons,
  visitEventKinds,
  visitStates,
  warningCodes,
} from './codes.ts';

export * from './codes.ts';

const place = z.object({ id: z.string(), name: bilingual });
const moment = z.string();
const note = z.string().trim().max(500);

/** One line of the list of a day's visits. */
export const visitSummary = z
  .object({
    id: z.string(),
    bookingNumber: z.string(),
    prison: place,
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    visitors: z.array(z.object({ id: z.string(), name: z.string(), relationship: z.string() })),
    visitRoom: place,
    terminal: place,
    startsAt: moment,
    endsAt: moment,
    state: z.enum(visitStates),
    keysTurned: z.array(z.enum(sides)),
    /** What the prison approved; the prison's officer reads it before the start. */
    terms: visitTerms,
    outcome: z.enum(outcomes).nullable(),
    /** It was stopped and nobody has said why yet. */
    stopReasonMissing: z.boolean(),
  })
  .meta({ id: 'VisitSummary' });
export type VisitSummary = z.infer<typeof visitSummary>;

export const visitList = z.object({ day: z.string(), visits: z.array(visitSummary) });
export type VisitList = z.infer<typeof visitList>;

const person = z.object({ id: z.string(), name: z.string() });

export const timelineEntry = z.object({
  position: z.int(),
  at: moment,
  kind: z.enum(visitEventKinds),
  side: z.enum(sides).nullable(),
  /** The member of staff who did it; null for what happened by itself. */
  by: person.nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** What the clock of a visit shows. Count down from `remainingMs` at `serverTime` while `counting`. */
export const visitClock = z.object({
  serverTime: moment,
  counting: z.boolean(),
  /** Until the visit ends by itself, were it live from now on. Null before the first live moment and after the end. */
  remainingMs: z.int().nullable(),
  startsAt: moment,
  /** At this moment the visit ends, whatever was lost to pauses. */
  hardEndAt: moment,
});
export type VisitClock = z.infer<typeof visitClock>;

/** The moving part of a visit, as staff see it: in the answer of the page and in each `visitState` message. */
export const supervisorSnapshot = z
  .object({
    audience: z.literal('supervisor'),
    visitId: z.string(),
    version: z.int(),
    state: z.enum(visitStates),
    clock: visitClock,
    keys: z.array(z.object({ side: z.enum(sides), by: person, at: moment })),
    supervisors: z.array(person.extend({ side: z.enum(sides) })),
    conditions: z.array(z.object({ code: z.enum(conditions), met: z.boolean() })),
    pauseReasons: z.array(z.enum(pauseReasons)),
    pausedBy: z.array(z.enum(sides)),
    outcome: z.enum(outcomes).nullable(),
    stopReason: z.enum(stopReasons).nullable(),
    stoppedBy: z.enum(sides).nullable(),
    stopReasonMissing: z.boolean(),
    endedAt: moment.nullable(),
  })
  .meta({ id: 'SupervisorSnapshot' });
export type SupervisorSnapshot = z.infer<typeof supervisorSnapshot>;

/** The same for a party: nothing of supervisors or of reasons that are not its business. */
export const partySnapshot = z
  .object({
    audience: z.literal('party'),
    visitId: z.string(),
    version: z.int(),
    party: z.enum(['visitors', 'prisoner']),
    state: z.enum(visitStates),
    clock: visitClock,
    waitingFor: z.array(z.enum(partyWaits)),
    /** Once ended: whether its time was used up, a party was done before, staff ended it, or a fault did. */
    ending: z.enum(['completed', 'finished_early', 'ended_by_staff', 'fault']).nullable(),
  })
  .meta({ id: 'PartySnapshot' });
export type PartySnapshot = z.infer<typeof partySnapshot>;

export type VisitSnapshot = SupervisorSnapshot | PartySnapshot;

export const visitActionNames = [
  'supervise',
  'warn',
  'pause',
  'resume',
  'extend',
  'stop',
  'finish',
  'completeStopReason',
  'closeWithoutVisit',
  'checkInVisitors',
  'confirmPrisoner',
  'turnKeyBack',
] as const;
export type VisitActionName = (typeof visitActionNames)[number];

export const visitActions = z.object(
  Object.fromEntries(visitActionNames.map((name) => [name, allowedAction])) as Record<
    VisitActionName,
    typeof allowedAction
  >,
);
export type VisitActions = z.infer<typeof visitActions>;

/** The page of one visit. */
export const visitDetail = visitSummary
  .extend({
    now: supervisorSnapshot,
    timeline: z.array(timelineEntry),
    /** What has come up against it, until it ends; a visit that is live is not cut off by it. */
    attention: z.array(attentionItem),
    actions: visitActions,
  })
  .meta({ id: 'VisitDetail' });
export type VisitDetail = z.infer<typeof visitDetail>;

export const visitParams = z.object({ visitId: z.uuid() });
export const visitListQuery = z.object({ day: z.iso.date().optional() });

export const warnBody = z.object({ warning: z.enum(warningCodes) });
/** The prison may extend a visit once, by the rule's amount, and says why. */
export const extendBody = z.object({ note: note.min(1) });
export const stopBody = z.object({
  /** May follow later: a stop never waits for words. */
  reason: z.enum(stopReasons).optional(),
  note: note.default(''),
});
export const completeStopReasonBody = z
  .object({ reason: z.enum(stopReasons), note: note.default('') })
  .refine(({ reason, note: words }) => reason !== 'other' || words !== '', {
    path: ['note'],
    ...say('选择“其他”时须说明原因。', 'Say which when the reason is "other".'),
  });
export const finishBody = z.object({ outcome: z.enum(finishingOutcomes), note: note.default('') });
export const closeWithoutVisitBody = z.object({ outcome: z.enum(closingOutcomes), note: note.default('') });

/** What the page of a visit room or a terminal shows while it waits. Names are cut to the surname. */
export const nextVisit = z
  .object({
    serverTime: moment,
    visit: z
      .object({
        visitId: z.string(),
        startsAt: moment,
        endsAt: moment,
        state: z.enum(visitStates),
        prisonName: bilingual,
        visitors: z.array(z.string()),
        prisoner: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'NextVisit' });
export type NextVisit = z.infer<typeof nextVisit>;
