import type { Text } from '../edge/language.ts';
import type { Side } from './sides.ts';

/** HMPPS outcome codes, and those that only a remote visit has. */
export const outcomes = [
  'COMPLETED_NORMALLY',
  'PRISONER_CANCELLED',
  'PRISONER_COMPLETED_EARLY',
  'PRISONER_REFUSED_TO_ATTEND',
  'TERMINATED_BY_STAFF',
  'VISITOR_CANCELLED',
  'VISITOR_COMPLETED_EARLY',
  'VISITOR_DECLINED_ENTRY',
  'VISITOR_DID_NOT_ARRIVE',
  'VISITOR_FAILED_SECURITY_CHECKS',
  'ESTABLISHMENT_CANCELLED',
  'ADMINISTRATIVE_CANCELLATION',
  'TECHNICAL_FAILURE_DISTRICT',
  'TECHNICAL_FAILURE_PRISON',
  'TECHNICAL_FAILURE_NETWORK',
  'SUPERVISOR_ABSENT',
] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeTexts: Record<Outcome, Text> = {
  COMPLETED_NORMALLY: { zh: '正常完成', en: 'Completed normally' },
  PRISONER_CANCELLED: { zh: '罪犯取消', en: 'Cancelled by the prisoner' },
  PRISONER_COMPLETED_EARLY: { zh: '罪犯提前结束', en: 'Ended early by the prisoner' },
  PRISONER_REFUSED_TO_ATTEND: { zh: '罪犯拒绝参加', en: 'The prisoner refused to attend' },
  TERMINATED_BY_STAFF: { zh: '工作人员中止', en: 'Stopped by staff' },
  VISITOR_CANCELLED: { zh: '会见人取消', en: 'Cancelled by the visitors' },
  VISITOR_COMPLETED_EARLY: { zh: '会见人提前结束', en: 'Ended early by the visitors' },
  VISITOR_DECLINED_ENTRY: { zh: '会见人拒绝进入', en: 'The visitors declined to enter' },
  VISITOR_DID_NOT_ARRIVE: {
    zh: '会见人未到或迟到（视为放弃）',
    en: 'The visitors did not arrive in time (forfeited)',
  },
  VISITOR_FAILED_SECURITY_CHECKS: {
    zh: '会见人未通过身份查验或安全检查',
    en: 'The visitors failed the checks',
  },
  ESTABLISHMENT_CANCELLED: { zh: '监狱取消', en: 'Cancelled by the prison' },
  ADMINISTRATIVE_CANCELLATION: { zh: '行政取消', en: 'Administrative cancellation' },
  TECHNICAL_FAILURE_DISTRICT: { zh: '区矫正中心侧技术故障', en: 'Technical failure at the district centre' },
  TECHNICAL_FAILURE_PRISON: { zh: '监狱侧技术故障', en: 'Technical failure at the prison' },
  TECHNICAL_FAILURE_NETWORK: { zh: '网络故障', en: 'Network failure' },
  SUPERVISOR_ABSENT: { zh: '监督人员缺席', en: 'A supervisor was absent' },
};

/** What staff may say when they close a visit that never went live. */
export const closingOutcomes = [
  'VISITOR_DID_NOT_ARRIVE',
  'VISITOR_CANCELLED',
  'VISITOR_DECLINED_ENTRY',
  'VISITOR_FAILED_SECURITY_CHECKS',
  'PRISONER_REFUSED_TO_ATTEND',
  'PRISONER_CANCELLED',
  'ESTABLISHMENT_CANCELLED',
  'ADMINISTRATIVE_CANCELLATION',
  'SUPERVISOR_ABSENT',
  'TECHNICAL_FAILURE_DISTRICT',
  'TECHNICAL_FAILURE_PRISON',
  'TECHNICAL_FAILURE_NETWORK',
] as const satisfies readonly Outcome[];
export type ClosingOutcome = (typeof closingOutcomes)[number];

/** Which body can say it: each speaks for the people on its own side. */
export const closingSayers: Record<ClosingOutcome, readonly Side[]> = {
  VISITOR_DID_NOT_ARRIVE: ['district'],
  VISITOR_CANCELLED: ['district'],
  VISITOR_DECLINED_ENTRY: ['district'],
  VISITOR_FAILED_SECURITY_CHECKS: ['district'],
  PRISONER_REFUSED_TO_ATTEND: ['prison'],
  PRISONER_CANCELLED: ['prison'],
  ESTABLISHMENT_CANCELLED: ['prison'],
  ADMINISTRATIVE_CANCELLATION: ['district', 'prison'],
  SUPERVISOR_ABSENT: ['district', 'prison'],
  TECHNICAL_FAILURE_DISTRICT: ['district', 'prison'],
  TECHNICAL_FAILURE_PRISON: ['district', 'prison'],
  TECHNICAL_FAILURE_NETWORK: ['district', 'prison'],
};

/** What staff may say when a visit ends before its time without a violation. */
export const finishingOutcomes = [
  'VISITOR_COMPLETED_EARLY',
  'PRISONER_COMPLETED_EARLY',
  'TECHNICAL_FAILURE_DISTRICT',
  'TECHNICAL_FAILURE_PRISON',
  'TECHNICAL_FAILURE_NETWORK',
] as const satisfies readonly Outcome[];
export type FinishingOutcome = (typeof finishingOutcomes)[number];

/** Where the rule says that the visitors gave this visit up. */
export const forfeitingOutcomes: readonly Outcome[] = [
  'VISITOR_DID_NOT_ARRIVE',
  'VISITOR_DECLINED_ENTRY',
  'VISITOR_FAILED_SECURITY_CHECKS',
];

/** Why an officer stopped a visit. */
export const stopReasons = [
  'code_words',
  'unauthorised_language',
  'special_gestures',
  'phone_or_recording_device',
  'disorder',
  'harmful_topic',
  'off_topic_agency',
  'disobey_staff',
  'pass_items',
  'unapproved_person',
  'improper_dress',
  'other',
] as const;
export type StopReason = (typeof stopReasons)[number];
export const stopReasonTexts: Record<StopReason, Text> = {
  code_words: { zh: '使用隐语、暗语', en: 'Code words' },
  unauthorised_language: { zh: '使用非规定语种', en: 'Unauthorised language' },
  special_gestures: { zh: '使用手语、特殊手势', en: 'Special gestures' },
  phone_or_recording_device: {
    zh: '携带、使用手机或录音摄影摄像设备',
    en: 'A phone, or a device that records or photographs',
  },
  disorder: { zh: '扰乱会见秩序', en: 'Disorder' },
  harmful_topic: { zh: '谈论有碍改造或监管安全的内容', en: 'Talk harmful to correction or security' },
  off_topic_agency: { zh: '交谈代理以外事项', en: 'Talk beyond the matter of the agency' },
  disobey_staff: { zh: '不服从管理', en: 'Disobeying staff' },
  pass_items: { zh: '私传信件、物品或展示文件', en: 'Passing or displaying items or documents' },
  unapproved_person: { zh: '未经审批人员在场', en: 'An unapproved person is present' },
  improper_dress: { zh: '着装不当', en: 'Improper dress' },
  other: { zh: '其他（须说明）', en: 'Other (to be described)' },
};
