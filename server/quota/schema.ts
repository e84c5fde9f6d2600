import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';
import { grades } from '../people/schema.ts';

/** How a booked visit came out. */
export const endings = ['took_place', 'forfeited', 'failed', 'called_off', 'cancelled'] as const;
export type Ending = (typeof endings)[number];
export const endingTexts: Record<Ending, Text> = {
  took_place: { zh: '已进行', en: 'Took place' },
  forfeited: { zh: '会见人未到或未能参加，视为放弃', en: 'Given up by the visitors' },
  failed: { zh: '因故障或监督人员缺席未完成', en: 'Failed by a fault or for want of a supervisor' },
  called_off: { zh: '未进行', en: 'Called off' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** Why the prison grants a visit more than the rule gives. */
export const exceptionReasons = [
  'major_family_change',
  'family_illness',
  'reward',
  'reform_needs',
  'other',
] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];
export const exceptionReasonTexts: Record<ExceptionReason, Text> = {
  major_family_change: { zh: '家庭重大变故', en: 'Major change in the family' },
  family_illness: { zh: '亲属病重', en: 'Serious illness of a relative' },
  reward: { zh: '奖励', en: 'Reward' },
  reform_needs: { zh: '教育改造需要', en: 'Needs of reform' },
  other: { zh: '其他（须说明）', en: 'Other (say which)' },
};

/** Why a no-show is not held against the family. */
export const excuseReasons = [
  'sudden_illness',
  'traffic_or_weather',
  'wrong_notice',
  'force_majeure',
  'other',
] as const;
export type ExcuseReason = (typeof excuseReasons)[number];
export const excuseReasonTexts: Record<ExcuseReason, Text> = {
  sudden_illness: { zh: '突发疾病', en: 'Sudden illness' },
  traffic_or_weather: { zh: '交通中断或恶劣天气', en: 'Traffic stopped, or bad weather' },
  wrong_notice: { zh: '通知有误或未送达', en: 'The notice was wrong or did not arrive' },
  force_majeure: { zh: '不可抗力', en: 'Beyond their power' },
  other: { zh: '其他（须说明）', en: 'Other (say which)' },
};

/** What changed a prisoner's quota, or, of a make-up outside it, left it as it was. */
export const quotaCauses = [
  'visit_booked',
  'makeup_booked',
  'visit_moved',
  'visit_cancelled',
  'visit_ended',
  'no_show_excused',
  'on_site_entered',
  'on_site_corrected',
  'exception_granted',
  'exception_withdrawn',
  'grade_changed',
] as const;
export type QuotaCause = (typeof quotaCauses)[number];
export const quotaCauseTexts: Record<QuotaCause, Text> = {
  visit_booked: { zh: '预约会见', en: 'Visit booked' },
  makeup_booked: { zh: '预约补会见', en: 'Make-up booked' },
  visit_moved: { zh: '改约', en: 'Visit moved' },
  visit_cancelled: { zh: '取消预约', en: 'Booking cancelled' },
  visit_ended: { zh: '会见结束', en: 'Visit ended' },
  no_show_excused: { zh: '未到不计次', en: 'No-show excused' },
  on_site_entered: { zh: '登记现场会见', en: 'On-site visit entered' },
  on_site_corrected: { zh: '更正现场会见', en: 'On-site visit corrected' },
  exception_granted: { zh: '批准增加会见', en: 'Extra visit granted' },
  exception_withdrawn: { zh: '撤回增加会见', en: 'Extra visit withdrawn' },
  grade_changed: { zh: '处遇级别变更', en: 'Grade changed' },
};

/** Kept with the row, never in the ledger: it may name people. */
const note = z.string().trim().max(500);
const noteNeeded = note.min(1);
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '2026-11');

export const onSiteBody = z.strictObject({ day: z.iso.date(), remark: note.default('') });
export type OnSiteBody = z.infer<typeof onSiteBody>;

/** The day as it should have been, or null: there was no visit. */
export const onSiteCorrectionBody = z.strictObject({ day: z.iso.date().nullable(), remark: noteNeeded });
export type OnSiteCorrectionBody = z.infer<typeof onSiteCorrectionBody>;

export const exceptionBody = z.strictObject({
  month,
  reasonCode: z.enum(exceptionReasons),
  note: noteNeeded,
});
export type ExceptionBody = z.infer<typeof exceptionBody>;

export const withdrawExceptionBody = z.strictObject({ note: noteNeeded });

export const excuseBody = z
  .strictObject({ reasonCode: z.enum(excuseReasons), note: note.default('') })
  .refine(({ reasonCode, note: words }) => reasonCode !== 'other' || words !== '', {
    ...say('选择“其他”时须填写说明。', 'With “other”, say what the reason is.'),
    path: ['note'],
  });
export type ExcuseBody = z.infer<typeof excuseBody>;

/** This month, unless said otherwise. */
export const quotaQuery = z.strictObject({ month: month.optional() });

const moment = z.string();
const numbers = { allowed: z.int(), used: z.int() };

/** A visit of the month, remote or at the prison, and whether it uses up the quota. */
export const quotaVisit = z
  .object({
    kind: z.enum(['remote', 'on_site']),
    id: z.string(),
    /** Of a remote visit. */
    number: z.string().nullable(),
    startsAt: moment.nullable(),
    day: z.iso.date(),
    /** Null while a remote visit is to come. */
    ending: z.enum(endings).nullable(),
    counts: z.boolean(),
    /** In place of a failed one. */
    makeup: z.boolean(),
    excused: z.boolean(),
  })
  .meta({ id: 'QuotaVisit' });
export type QuotaVisit = z.infer<typeof quotaVisit>;

/** A month in a few words, where a slot is chosen. */
export const quotaOfMonth = z
  .object({
    month,
    ...numbers,
    /** What the rule gives without exceptions. */
    byRule: z.int(),
    onSiteVisitsCount: z.boolean(),
    visits: z.array(quotaVisit),
  })
  .meta({ id: 'QuotaOfMonth' });
export type QuotaOfMonth = z.infer<typeof quotaOfMonth>;

export const onSiteVisit = z.object({
  id: z.string(),
  /** Null: a correction that says there was none. */
  day: z.iso.date().nullable(),
  remark: z.string(),
  enteredBy: z.string(),
  enteredAt: moment,
  /** The entry that this one puts right. */
  corrects: z.string().nullable(),
  /** Another entry has put this one right: it counts for nothing. */
  corrected: z.boolean(),
  actions: z.object({ correct: allowedAction }),
});
export type OnSiteVisit = z.infer<typeof onSiteVisit>;

export const quotaException = z.object({
  id: z.string(),
  month,
  reasonCode: z.enum(exceptionReasons),
  note: z.string(),
  grantedBy: z.string(),
  grantedAt: moment,
  withdrawn: z.object({ by: z.string(), at: moment, note: z.string() }).nullable(),
  actions: z.object({ withdraw: allowedAction }),
});
export type QuotaException = z.infer<typeof quotaException>;

export const quotaChange = z.object({
  id: z.string(),
  at: moment,
  cause: z.enum(quotaCauses),
  /** The name of a member of staff; null for what the system did, or a relative at the kiosk. */
  by: z.string().nullable(),
  /** The booking that it follows from, if it is one. */
  booking: z.object({ id: z.string(), number: z.string() }).nullable(),
  before: z.object(numbers),
  after: z.object(numbers),
});
export type QuotaChange = z.infer<typeof quotaChange>;

/** A month of a prisoner: what is allowed, what is used by what, and every change of it. */
export const quotaOfPrisoner = quotaOfMonth
  .extend({
    prisoner: z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      grade: z.enum(grades),
      prison: z.object({ id: z.string(), name: bilingual }),
    }),
    /** Entries of the month, with those that were put right since. */
    onSiteVisits: z.array(onSiteVisit),
    exceptions: z.array(quotaException),
    history: z.array(quotaChange),
    /** Visits to come that are more than the quota allows now: each is flagged, none is cancelled. */
    beyond: z.array(z.object({ id: z.string(), number: z.string(), startsAt: moment })),
    actions: z.object({ enterOnSite: allowedAction, grantException: allowedAction }),
  })
  .meta({ id: 'QuotaOfPrisoner' });
export type QuotaOfPrisoner = z.infer<typeof quotaOfPrisoner>;
