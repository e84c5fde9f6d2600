import { z } from 'zod';
import { applicationKinds } from '../applications/schema.ts';
import { slot } from '../calendar/schema.ts';
import { decisionInWords } from '../decisions/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';
import { relationshipCodes } from '../people/schema.ts';
import { visitTerms } from '../reviews/conditions.ts';
import { ruleInWords } from '../rules/schema.ts';

export const bookingStates = ['held', 'booked', 'attended', 'ended', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

export const bookingStateTexts: Record<BookingState, Text> = {
  held: { zh: '候补保留中', en: 'Held for an answer' },
  booked: { zh: '已预约', en: 'Booked' },
  attended: { zh: '已到场', en: 'Attended' },
  ended: { zh: '已结束', en: 'Ended' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** Why a visit that was booked does not take place. */
export const cancelReasons = [
  'visitor_cancelled',
  'visitor_did_not_arrive',
  'prisoner_cancelled',
  'prisoner_unavailable',
  'prison_cancelled',
  'district_cancelled',
  'equipment_fault',
  'booked_by_mistake',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const cancelReasonTexts: Record<CancelReason, Text> = {
  visitor_cancelled: { zh: '会见人取消', en: 'Cancelled by the visitor' },
  visitor_did_not_arrive: { zh: '会见人未到，视为放弃', en: 'The visitor did not arrive: forfeited' },
  prisoner_cancelled: { zh: '服刑人员取消', en: 'Cancelled by the prisoner' },
  prisoner_unavailable: {
    zh: '服刑人员因监管原因不能会见',
    en: 'The prisoner cannot attend for custodial reasons',
  },
  prison_cancelled: { zh: '监狱取消', en: 'Cancelled by the prison' },
  district_cancelled: { zh: '区矫正中心取消', en: 'Cancelled by the corrections centre' },
  equipment_fault: { zh: '设备或线路故障', en: 'Fault of equipment or line' },
  booked_by_mistake: { zh: '预约有误', en: 'Booked by mistake' },
  other: { zh: '其他（须说明）', en: 'Other (say which)' },
};

/** How an offered slot ends that the family does not take: nobody chooses these. */
export const offerEndTexts = {
  offer_declined: { zh: '候补时段被谢绝', en: 'The offered slot was declined' },
  offer_expired: { zh: '候补时段到期未答复', en: 'The offered slot was not answered in time' },
} as const satisfies Record<string, Text>;
export type OfferEnd = keyof typeof offerEndTexts;

/** Every reason that a booking can carry. */
export const bookingEndTexts: Record<CancelReason | OfferEnd, Text> = {
  ...cancelReasonTexts,
  ...offerEndTexts,
};

/** What can come between a booking and its visit. */
export const attentionCodes = ['visitor_suspended'] as const;

const id = z.string().min(1).max(36);

/** Where and when: `startsAt` is the start of a slot. */
const place = { startsAt: z.iso.datetime(), visitRoomId: id, terminalId: id };

export const bookBody = z.object({ applicationId: id, ...place });
export type BookBody = z.infer<typeof bookBody>;

export const moveBody = z.object({ version: z.int(), ...place });
export type MoveBody = z.infer<typeof moveBody>;

export const cancelBody = z
  .object({
    version: z.int(),
    reasonCode: z.enum(cancelReasons),
    /** Kept with the booking, never in the ledger: it may name people. */
    note: z.string().trim().max(500).default(''),
  })
  .refine(({ reasonCode, note }) => reasonCode !== 'other' || note !== '', {
    ...say('选择“其他”时须填写说明。', 'With “other”, say what the reason is.'),
    path: ['note'],
  });
export type CancelBody = z.infer<typeof cancelBody>;

export const bookingsQuery = z.object({
  /** The first and the last day, in Asia/Shanghai. */
  from: z.iso.date(),
  to: z.iso.date(),
  prisonId: id.optional(),
  state: z.enum(bookingStates).optional(),
});

export const dayParts = ['morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];

export const dayPartTexts: Record<DayPart, Text> = {
  morning: { zh: '上午', en: 'Mornings' },
  afternoon: { zh: '下午', en: 'Afternoons' },
};

/** When a family can come. */
export const earliestQuery = z.object({
  applicationId: id,
  /** The first day that suits, in Asia/Shanghai; today, if none is given. */
  from: z.iso.date().optional(),
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  part: z.enum(dayParts).optional(),
  count: z.coerce.number().int().min(1).max(20).default(6),
});
export type EarliestQuery = z.infer<typeof earliestQuery>;

/** A reason that stood against slots before the earliest ones, in the language of the request. */
export const hindrance = z
  .object({
    code: z.string(),
    text: z.string(),
    /** How many slots it stands against, the first and the last of them. */
    slots: z.int(),
    first: z.string(),
    last: z.string(),
    /** The first slot after those that can be had; null if none was found. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Hindrance' });
export type Hindrance = z.infer<typeof hindrance>;

export const earliestAnswer = z
  .object({
    /** The application's booking that would be moved; null if none is waiting. */
    bookingId: z.string().nullable(),
    times: z.array(slot),
    /** The last day that was searched. */
    searchedTo: z.iso.date(),
    hindrances: z.array(hindrance),
  })
  .meta({ id: 'EarliestTimes' });
export type EarliestAnswer = z.infer<typeof earliestAnswer>;

export const booking = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(applicationKinds),
    state: z.enum(bookingStates),
    version: z.int(),
    startsAt: z.string(),
    endsAt: z.string(),
    application: z.object({ id: z.string(), number: z.string() }),
    prison: z.object({ id: z.string(), name: bilingual }),
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    visitors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        idNumberMasked: z.string(),
        relationship: z.enum(relationshipCodes),
      }),
    ),
    visitRoom: z.object({ id: z.string(), name: bilingual }),
    terminal: z.object({ id: z.string(), name: bilingual }),
    /** What the prison approved: language, interpreter, duration, exceptions. */
    terms: visitTerms,
    cancelReason: z.enum([...cancelReasons, 'offer_declined', 'offer_expired']).nullable(),
    cancelNote: z.string(),
    createdAt: z.string(),
    /** What has come between since it was booked, with what to do now; in the language of the request. */
    attention: z.array(z.object({ code: z.enum(attentionCodes), text: z.string() })),
    actions: z.object({ move: allowedAction, cancel: allowedAction }),
  })
  .meta({ id: 'Booking' });
export type Booking = z.infer<typeof booking>;

/** The decision that put a visit where it is: the rule versions that it was made by, with their values of that moment. */
export const bookingDecision = z
  .object({
    bookingId: z.string(),
    number: z.string(),
    /** Of the decision that put it where it is. */
    rulesUsed: z.array(ruleInWords),
    /** The latest first; none of a booking that was made before they were kept. */
    decisions: z.array(decisionInWords),
  })
  .meta({ id: 'BookingDecision' });
export type BookingDecision = z.infer<typeof bookingDecision>;
