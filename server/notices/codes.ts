import type { Text } from '../edge/language.ts';

/** What a visitor can be told. The title says it in a few words. */
export const noticeTitles = {
  application_received: { zh: '会见申请已收到', en: 'Application received' },
  application_resubmitted: { zh: '补充材料已收到', en: 'More papers received' },
  supplement_asked: { zh: '请补充材料', en: 'More papers are needed' },
  application_forwarded: { zh: '会见申请已转送监狱', en: 'Application sent on to the prison' },
  application_approved: { zh: '会见申请已批准', en: 'Application approved' },
  application_refused: { zh: '会见申请不予批准', en: 'Application refused' },
  application_withdrawn: { zh: '会见申请已撤回', en: 'Application withdrawn' },
  visit_booked: { zh: '会见时间已安排', en: 'Visit booked' },
  visit_moved: { zh: '会见时间已更改', en: 'Visit moved' },
  visit_cancelled: { zh: '会见已取消', en: 'Visit cancelled' },
  visit_forfeited: { zh: '未按时到场', en: 'Visit not attended' },
  visit_needs_review: { zh: '会见安排待重新确认', en: 'Your visit is being looked at again' },
  reminder: { zh: '会见提醒', en: 'Reminder of a visit' },
  visitor_suspended: { zh: '暂停会见告知', en: 'Suspension from visits' },
  suspension_lifted: { zh: '恢复会见告知', en: 'Suspension lifted' },
  offer_made: { zh: '有空余会见时间', en: 'A time for a visit has become free' },
  offer_expired: { zh: '保留的会见时间已释放', en: 'The time kept for you has been given up' },
  makeup_offered: { zh: '可安排补会见', en: 'A make-up visit is possible' },
} as const satisfies Record<string, Text>;

export type NoticeKind = keyof typeof noticeTitles;
export const noticeKinds = Object.keys(noticeTitles) as [NoticeKind, ...NoticeKind[]];

/** The ways on which a notice reaches its visitor. */
export const deliveryChannels = ['print', 'screen', 'sms', 'told'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

export const channelTexts: Record<DeliveryChannel, Text> = {
  print: { zh: '打印交付', en: 'Printed slip' },
  screen: { zh: '本人查看', en: 'Seen on screen' },
  sms: { zh: '短信', en: 'Text message' },
  told: { zh: '当面或电话告知', en: 'Told in person or by telephone' },
};

export const deliveryStates = [
  'waiting',
  'superseded',
  'no_mobile',
  'same_phone',
  'handed_over',
  'accepted',
  'delivered',
  'failed',
  'done',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateTexts: Record<DeliveryState, Text> = {
  waiting: { zh: '待转出', en: 'Waits for a transfer' },
  superseded: { zh: '内容已变，不再发送', en: 'Outdated, not sent' },
  no_mobile: { zh: '非手机号码，不能发短信', en: 'No mobile number' },
  same_phone: { zh: '与同行人同一号码，不重复发送', en: 'Same number as another visitor, sent once' },
  handed_over: { zh: '已转出，待回执', en: 'In a transfer, no receipt yet' },
  accepted: { zh: '网关已接收', en: 'Accepted by the gateway' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failed: { zh: '发送失败', en: 'Failed' },
  done: { zh: '已告知', en: 'Done' },
};
