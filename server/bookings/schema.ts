import { z } from 'zod';
import { applicationKinds } from '../applications/schema.ts';
import { slot } from '../calendar/schema.ts';
import { barKindTexts } from '../custody/codes.ts';
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

/** What can stand against a booked visit, in a word: for lists and for the ledger. */
export const reviewReasonTexts: Record<string, Text> = {
  ...barKindTexts,
  visitor_suspended: { zh: '会见人被暂停会见', en: 'A visitor is suspended' },
  prisoner_transferred: { zh: '服刑人员已调往其他监狱', en: 'The prisoner was moved to another prison' },
  prisoner_transferred_elsewhere: {
    zh: '服刑人员已调往其他监所',
    en: 'The prisoner was transferred elsewhere',
  },
  prisoner_released: { zh: '服刑人员已释放', en: 'The prisoner is released' },
  document_expired: { zh: '证件届时已过期', en: 'An identity paper will have run out' },
  relationship_ended: { zh: '关系已终止', en: 'A relationship has ended' },
  outside_visit_hours: { zh: '不在会见时间内', en: 'Outside the visit hours' },
  closed_on_holiday: { zh: '法定节假日', en: 'A public holiday' },
  other_wards_day: { zh: '非本监区会见日', en: 'Not a day of the prisoner’s ward' },
  session_full: { zh: '场次已满', en: 'The session is full' },
  outside_centre_hours: { zh: '不在中心开放时间内', en: 'Outside the hours of the centre' },
  centre_closed_that_day: { zh: '中心当日不开放', en: 'The centre is not open that day' },
  closed_by_prison: { zh: '监狱停止会见', en: 'Closed by the prison' },
  closed_centre: { zh: '中心停止会见', en: 'The centre is closed' },
  closed_terminal: { zh: '终端停用', en: 'The terminal is closed' },
  closed_room: { zh: '会见室停用', en: 'The visit room is closed' },
  terminal_out_of_use: { zh: '终端已撤除', en: 'The terminal is out of use' },
  room_out_of_use: { zh: '会见室已撤除', en: 'The visit room is out of use' },
  between_slots: { zh: '与时段不符', en: 'Not at the start of a slot' },
  quota_used: { zh: '超出当月会见次数', en: 'Beyond the visits of the month' },
  too_many_visitors: { zh: '会见人数超限', en: 'Too many visitors' },
  visitor_not_allowed: { zh: '会见人不在可会见范围内', en: 'A visitor is not among those allowed' },
  category_bars_visitor: { zh: '该类人员不能会见此亲属', en: 'The prisoner’s category bars a visitor' },
  not_resident_in_district: {
    zh: '申请人户籍和居住地不在本区',
    en: 'The applicant does not live in the district',
  },
  language_needs_interpreter: { zh: '会见语言须有翻译', en: 'The language needs an interpreter' },
  visit_room_not_step_free: { zh: '会见室有台阶', en: 'The visit room is not step-free' },
};

/** How a booked visit that needed review was settled. */
export const reviewOutcomes = ['kept', 'moved', 'cancelled'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
export const reviewOutcomeTexts: Record<ReviewOutcome, Text> = {
  kept: { zh: '维持原预约', en: 'Kept as it is' },
  moved: { zh: '已改约', en: 'Moved' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

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

export const keepBody = z.strictObject({
  version: z.int(),
  /** The reasons that the page showed: all of them are settled, or none. */
  codes: z.array(z.string().max(48)).min(1).max(50),
  /** Kept with the booking, never in the ledger. */
  note: z.string().trim().min(1).max(500),
});
export type KeepBody = z.infer<typeof keepBody>;

export const bookingsQuery = z.object({
  /** The first and the last day, in Asia/Shanghai. */
  from: z.iso.date(),
  to: z.iso.date(),
  prisonId: id.optional(),
  state: z.enum(bookingStates).optional(),
  /** Only those that somebody has to look at. */
  needsReview: z.stringbool().optional(),
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

/** One thing that has come between since a visit was booked, in the language of the request. */
export const attentionItem = z
  .object({
    code: z.string(),
    text: z.string(),
    todo: z.string(),
    /** A rule alone stands against it: the prison may keep the visit as it is. */
    canBeKept: z.boolean(),
  })
  .meta({ id: 'BookingAttention' });

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
    attention: z.array(attentionItem),
    /** How it was settled before, the oldest first. */
    reviews: z.array(
      z.object({
        outcome: z.enum(reviewOutcomes),
        reasons: z.array(z.string()),
        note: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    actions: z.object({ move: allowedAction, cancel: allowedAction, keep: allowedAction }),
  })
  .meta({ id: 'Booking' });
export type Booking = z.infer<typeof booking>;

/** More than a screen shows; whoever has more narrows it to a prison. */
export const mostFlagged = 200;

export const flaggedQuery = z.strictObject({ prisonId: id.optional() });
export const flaggedAnswer = z
  .object({
    /** How many booked visits need review; `bookings` are the first of them. */
    count: z.int(),
    bookings: z.array(booking),
  })
  .meta({ id: 'FlaggedBookings' });
export type FlaggedAnswer = z.infer<typeof flaggedAnswer>;

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
