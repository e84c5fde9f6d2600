import type { Text } from '../edge/language.ts';

/** The rules that this version uses; what each means and its default is in definitions/. */
export const ruleTexts = {
  allowed_degrees: { zh: '可以申请会见的人员', en: 'Who may apply for a visit' },
  wider_relatives_by_exception: {
    zh: '其他亲属经监狱特别批准可以会见',
    en: 'Wider relatives may visit if the prison approves the exception',
  },
  other_beneficial_allowed: {
    zh: '其他有利于改造的人员可以会见',
    en: 'Other people who help the prisoner’s reform may visit',
  },
  category_relationships: {
    zh: '该类罪犯可会见的关系',
    en: 'Relationships that may visit a prisoner of the category',
  },
  category_restriction_enforced: {
    zh: '超出该类罪犯可会见关系的不予受理（否则仅提示）',
    en: 'Refuse other relationships for the category (otherwise only warn)',
  },
  residence_in_district_required: {
    zh: '申请人户籍地或居住地须在本区',
    en: 'The applicant’s household or residence must be in the district',
  },
  relationship_revalidate_months: { zh: '已核实关系的复核周期', en: 'A verified relationship is good for' },
  allowed_languages: {
    zh: '会见可直接使用的语言',
    en: 'Languages that need neither approval nor an interpreter',
  },
  max_visitors: { zh: '每次会见人数上限', en: 'Visitors at a visit, at most' },
  visitors_counted_from_age: { zh: '计入会见人数的最低年龄', en: 'Visitors are counted from the age of' },
  visits_per_month: { zh: '每月会见次数', en: 'Visits a month' },
  on_site_visits_count: { zh: '现场会见计入每月次数', en: 'Visits on site count for the month' },
  no_show_counts_to_quota: { zh: '未到场会见计入每月次数', en: 'A missed visit counts for the month' },
  makeup_outside_quota: { zh: '补会见不计入每月次数', en: 'A make-up visit does not count for the month' },
  makeup_within_days: { zh: '补会见期限', en: 'A make-up visit takes place within' },
  duration_minutes: { zh: '每次会见时长', en: 'Length of a visit' },
  extension_minutes: { zh: '监狱可一次性延长', en: 'The prison may extend once by' },
  turnover_minutes: { zh: '场次间隔', en: 'Turnover between visits' },
  min_lead_working_days: { zh: '最短提前预约', en: 'Book at least this long before' },
  urgent_min_lead_working_days: {
    zh: '紧急会见最短提前预约',
    en: 'Book an urgent visit at least this long before',
  },
  max_lead_days: { zh: '最长提前预约', en: 'Book at most this long before' },
  offer_hold_hours: { zh: '候补名额保留时间', en: 'An offer from the waiting list is held for' },
  reminder_working_days: { zh: '会见前提醒', en: 'Visitors are reminded this long before' },
  acknowledgement_hour: {
    zh: '监狱确认次日会见名单的截止时间（会见前一工作日）',
    en: 'The prison acknowledges the day’s list by (on the working day before)',
  },
  district_review_working_days: { zh: '区级初审期限', en: 'Time for the district review' },
  prison_review_working_days: { zh: '监狱审批期限', en: 'Time for the prison review' },
  urgent_review_working_days: { zh: '紧急申请审查期限', en: 'Time for each review of an urgent application' },
  answer_working_days: { zh: '答复申请人期限', en: 'Time to answer the applicant' },
  four_eyes_district: {
    zh: '区级受理与转送须由不同人员办理',
    en: 'In the district one person enters and another forwards',
  },
  application_draft_days: {
    zh: '未提交的申请草稿保留',
    en: 'A draft application that nobody touches is kept for',
  },
  query_code_wrong_tries: { zh: '查询码可输错', en: 'A query code may be wrong' },
  early_start_minutes: { zh: '可提前开始', en: 'A visit may start early by' },
  late_grace_minutes: { zh: '迟到宽限', en: 'Grace for being late' },
  supervisor_loss_seconds: { zh: '监督中断即暂停', en: 'Pause when a supervisor is away for' },
  warning_minutes: { zh: '结束前提醒', en: 'Warn before the end at' },
  bar_months_after_warning: {
    zh: '警告、记过处罚后停止会见',
    en: 'No visits after a warning or demerit for',
  },
  bar_months_after_solitary: { zh: '禁闭处罚后停止会见', en: 'No visits after solitary confinement for' },
  bar_months_after_contraband: {
    zh: '会见中携带违禁品后停止会见',
    en: 'No visits after contraband at a visit for',
  },
  suspension_months_least: { zh: '暂停会见资格最短', en: 'A visitor is suspended for at least' },
  suspension_months_most: { zh: '暂停会见资格最长', en: 'A visitor is suspended for at most' },
  recording_retention_days: { zh: '录音录像保存期限', en: 'Recordings are kept for' },
} as const satisfies Record<string, Text>;

export type RuleKey = keyof typeof ruleTexts;
export const ruleKeys = Object.keys(ruleTexts) as [RuleKey, ...RuleKey[]];

/** For whom a value holds, from the widest to the narrowest: the narrowest that fits is used. */
export const ruleScopeKinds = ['all', 'prison', 'grade', 'category'] as const;
export type RuleScopeKind = (typeof ruleScopeKinds)[number];

export const ruleScopeTexts: Record<RuleScopeKind, Text> = {
  all: { zh: '全部', en: 'Everywhere' },
  prison: { zh: '监狱', en: 'One prison' },
  grade: { zh: '处遇级别', en: 'Treatment grade' },
  category: { zh: '罪犯类别', en: 'Prisoner category' },
};

/** A number, several numbers, yes or no, or codes of a closed list. */
export type AnyRuleValue = number | number[] | boolean | string[];

/** What follows a number in words. Yes or no, and codes, say themselves. */
export const ruleUnitTexts = {
  visits: { zh: '次', en: 'visits' },
  times: { zh: '次', en: 'times' },
  seconds: { zh: '秒', en: 'seconds' },
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
  hour_of_day: { zh: '时', en: 'o’clock' },
  days: { zh: '天', en: 'days' },
  working_days: { zh: '个工作日', en: 'working days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '周岁', en: 'years' },
  people: { zh: '人', en: 'people' },
  yes_no: { zh: '', en: '' },
  codes: { zh: '', en: '' },
} as const satisfies Record<string, Text>;
export type RuleUnit = keyof typeof ruleUnitTexts;
export const ruleUnits = Object.keys(ruleUnitTexts) as [RuleUnit, ...RuleUnit[]];
