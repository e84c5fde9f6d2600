import { z } from 'zod';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';

/** Everything that can wait for somebody on the work desk, in the order in which it is shown. */
export const deskTexts = {
  district_review: { zh: '待区级初审', en: 'Waiting for district review' },
  district_due_today: { zh: '今日到期的初审', en: 'District reviews due today' },
  prison_review: { zh: '待监狱审批', en: 'Waiting for the prison' },
  prison_due_today: { zh: '今日到期的审批', en: 'Prison reviews due today' },
  supplements: { zh: '待申请人补充材料', en: 'Waiting for papers from applicants' },
  approved_unanswered: { zh: '已批准，尚未告知申请人', en: 'Approved, applicant not told yet' },
  refused_unanswered: { zh: '不予批准，尚未告知申请人', en: 'Refused, applicant not told yet' },
  half_done: { zh: '我未完成的决定', en: 'My half-made decisions' },
  application_drafts: { zh: '我未提交的申请草稿', en: 'My drafts of applications' },
  assistance_to_write: { zh: '待写帮教记录', en: 'Assistance records to be written' },
  suspensions_proposed: { zh: '待决定的暂停会见提请', en: 'Suspensions proposed, to be decided' },
  offers_unanswered: {
    zh: '候补保留时段，待家庭答复',
    en: 'Slots held from the waiting list, to be answered',
  },
  day_lists: { zh: '今日须由监狱确认的会见名单', en: 'Day lists that a prison acknowledges today' },
  texts_waiting: { zh: '待转出的短信', en: 'Text messages to be carried over' },
  texts_failed: { zh: '发送失败、尚未另行告知的短信', en: 'Text messages that failed, visitor not told' },
  flagged_bookings: { zh: '须复核的会见', en: 'Booked visits that need review' },
  visits_today: { zh: '今天还要进行的会见', en: 'Visits still to take place today' },
  makeups_owed: { zh: '待安排的补会见', en: 'Make-ups owed' },
} as const satisfies Record<string, Text>;
export type DeskCode = keyof typeof deskTexts;
export const deskCodes = Object.keys(deskTexts) as [DeskCode, ...DeskCode[]];

/** Counted no further, so that the desk costs the same however much waits: one more says that there is more. */
export const mostCounted = 999;

export const deskCount = z
  .object({
    code: z.enum(deskCodes),
    /** Of one prison; null where it is not asked by prison. */
    prison: z.object({ id: z.string(), name: bilingual }).nullable(),
    /** `mostCounted` + 1 means more than that. */
    count: z.int(),
    /** How many of them are overdue; null where nothing is due. */
    overdue: z.int().nullable(),
    /** The page of the console that lists them, and the same with the overdue ones alone. */
    link: z.string(),
    overdueLink: z.string().nullable(),
  })
  .meta({ id: 'DeskCount' });
export type DeskCount = z.infer<typeof deskCount>;

export const desk = z.object({ counts: z.array(deskCount) }).meta({ id: 'Desk' });
export type Desk = z.infer<typeof desk>;
