import { z } from 'zod';
import { dayParts } from '../bookings/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';

export const waitingStates = ['waiting', 'offered', 'booked', 'left', 'lapsed'] as const;
export type WaitingState = (typeof waitingStates)[number];

export const waitingStateTexts: Record<WaitingState, Text> = {
  waiting: { zh: '候补中', en: 'Waiting' },
  offered: { zh: '已保留时段，待答复', en: 'A slot is held, answer needed' },
  booked: { zh: '已预约', en: 'Booked' },
  left: { zh: '已退出候补', en: 'Left the list' },
  lapsed: { zh: '等候期满', en: 'The wanted days have passed' },
};

/** In which order families are offered what becomes free; within one, whoever has been in line longer comes first. */
export const waitingRanks = ['urgent', 'priority', 'ordinary'] as const;
export type WaitingRank = (typeof waitingRanks)[number];

export const waitingRankTexts: Record<WaitingRank, Text> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  priority: { zh: '优先', en: 'Priority' },
  ordinary: { zh: '普通', en: 'Ordinary' },
};

export const joinBody = z
  .strictObject({
    applicationId: z.string().min(1).max(36),
    /** The first and the last day that suit, in Asia/Shanghai. */
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    /** ISO weekday, and part of the day, where not every one suits. */
    weekday: z.int().min(1).max(7).nullable().default(null),
    part: z.enum(dayParts).nullable().default(null),
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    ...say('最晚日期不能早于最早日期。', 'The last day is before the first.'),
    path: ['toDay'],
  });
export type JoinBody = z.infer<typeof joinBody>;

export const waitingListQuery = z.strictObject({
  prisonId: z.string().max(36).optional(),
  /** Those that wait or have an answer to give, unless all are asked for. */
  all: z.stringbool().default(false),
});

export const answerOfferBody = z.strictObject({
  /** The booking that is held: an answer to an earlier offer does not count for a later one. */
  bookingId: z.string().max(36),
  answer: z.enum(['accepted', 'declined']),
});
export type AnswerOfferBody = z.infer<typeof answerOfferBody>;

export const offerAnswers = ['accepted', 'declined', 'expired'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];
export const offerAnswerTexts: Record<OfferAnswer, Text> = {
  accepted: { zh: '接受', en: 'Accepted' },
  declined: { zh: '谢绝', en: 'Declined' },
  expired: { zh: '到期未答复', en: 'Not answered in time' },
};

export const waitingEntry = z
  .object({
    id: z.string(),
    state: z.enum(waitingStates),
    /** 1 is the next in line of everybody who waits; null for those who do not. */
    place: z.int().nullable(),
    rank: z.enum(waitingRanks),
    application: z.object({ id: z.string(), number: z.string() }),
    prison: z.object({ id: z.string(), name: bilingual }),
    applicantName: z.string(),
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    weekday: z.int().nullable(),
    part: z.enum(dayParts).nullable(),
    joinedAt: z.string(),
    joinedBy: z.string(),
    /** The newest first. */
    offers: z.array(
      z.object({
        bookingId: z.string(),
        startsAt: z.string(),
        madeAt: z.string(),
        heldUntil: z.string(),
        answer: z.enum(offerAnswers).nullable(),
        answeredAt: z.string().nullable(),
      }),
    ),
    actions: z.object({ answer: allowedAction, leave: allowedAction }),
  })
  .meta({ id: 'WaitingEntry' });
export type WaitingEntry = z.infer<typeof waitingEntry>;
