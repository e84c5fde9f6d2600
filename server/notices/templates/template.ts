/**
 * The words of a notice. A line with a fact that is empty is left out. What is texted fits two messages and names
 * neither the prisoner nor the prison: others read a telephone, too.
 */
export type NoticeTemplate = Record<'zh' | 'en', { sms: readonly string[]; full: readonly string[] }>;

/** Ends a text message, where the office has a number. */
export const askZh = '咨询{phone}。';
export const askEn = ' Questions: {phone}.';

/** What an application is about. */
export const caseZh = ['申请编号：{application}', '会见对象：{prisoner}（{prison}）'];
export const caseEn = ['Application: {application}', 'To see: {prisoner} ({prison})'];

/** When and where a visit is. */
export const visitZh = [
  '会见编号：{booking}',
  '会见对象：{prisoner}（{prison}）',
  '时间：{start}至{endTime}',
  '地点：{office}{room}',
];
export const visitEn = [
  'Visit: {booking}',
  'To see: {prisoner} ({prison})',
  'Time: {start} to {endTime}',
  'Place: {office}, {room}',
];

export const bringZh =
  '请全体会见人携带居民身份证原件（未成年人携带户口簿），在会见开始前到达，办理身份查验并签署承诺书。迟到视为放弃本次会见。不得携带手机及录音、摄影、摄像设备。';
export const bringEn =
  'All visitors bring their identity cards (minors the household register) and arrive before the visit begins, to be identified and to sign the undertaking. Being late counts as giving up this visit. No telephones, recorders or cameras.';

/** Ends every full text: whom to ask. */
export const whomToAsk = {
  zh: [
    '咨询：{office}。',
    '电话：{phone}。',
    '地址：{address}。',
    '办公时间：{hours}。',
    '办理会见不收取任何费用。',
  ],
  en: [
    'Questions: {office}.',
    'Telephone: {phone}.',
    'Address: {address}.',
    'Open: {hours}.',
    'Visits are free of charge.',
  ],
} as const;
