import type { NoticeKind } from '../codes.ts';
import { askEn, askZh, bringEn, bringZh, type NoticeTemplate, visitEn, visitZh } from './template.ts';

/** What is said of what a booked visit goes through. */
export const visitTemplates = {
  visit_booked: {
    zh: {
      sms: ['【{office}】{session}已预约：{start}，{room}。请带身份证原件提前到达，迟到视为放弃。', askZh],
      full: [
        '您的{session}时间已安排。',
        ...visitZh,
        bringZh,
        '不能来的，请尽早告诉{office}，以便改约，不影响当月次数。',
      ],
    },
    en: {
      sms: [
        '{office}: visit booked for {start}, {room}. Bring your identity card and come early; being late counts as giving up.',
        askEn,
      ],
      full: [
        'Your visit ({session}) is booked.',
        ...visitEn,
        bringEn,
        'If you cannot come, tell the {office} as early as you can: the visit is moved and does not count.',
      ],
    },
  },
  visit_moved: {
    zh: {
      sms: [
        '【{office}】{session}时间已更改为{start}，{room}，原定时间{before}作废。请带身份证原件提前到达。',
        askZh,
      ],
      full: ['您的{session}时间已更改。', '原定时间{before}作废，以下列时间为准。', ...visitZh, bringZh],
    },
    en: {
      sms: [
        '{office}: your visit was moved to {start}, {room}; no longer {before}. Bring your identity card and come early.',
        askEn,
      ],
      full: [
        'Your visit ({session}) was moved.',
        'It is no longer at {before}. What holds now:',
        ...visitEn,
        bringEn,
      ],
    },
  },
  visit_cancelled: {
    zh: {
      sms: ['【{office}】原定{start}的{session}已取消：{reason}。请勿前来，可重新预约。', askZh],
      full: [
        '您的{session}已取消，请勿按原定时间前来。',
        ...visitZh,
        '原因：{reason}',
        '说明：{note}',
        '下一步：取消的会见不计入当月次数，批准仍然有效。请致电{office}或到窗口重新预约时间。',
      ],
    },
    en: {
      sms: [
        '{office}: the visit of {start} is cancelled: {reason}. Please do not come; you can book another time.',
        askEn,
      ],
      full: [
        'Your visit ({session}) is cancelled. Please do not come at that time.',
        ...visitEn,
        'Why: {reason}',
        'Remark: {note}',
        'What you can do: a cancelled visit does not count, and your application stays approved. Ring the {office} or come to the counter to book another time.',
      ],
    },
  },
  visit_forfeited: {
    zh: {
      sms: [
        '【{office}】{start}的{session}因未按时到场，视为放弃。如有特殊情况请告知，需要会见可重新预约。',
        askZh,
      ],
      full: [
        '您没有在规定时间到场，本次{session}视为放弃。',
        ...visitZh,
        '下一步：有特殊情况的，请告诉{office}。仍需会见的，请致电或到窗口询问，重新预约时间；是否计入当月次数，按现行规定办理，窗口会告诉您。',
      ],
    },
    en: {
      sms: [
        '{office}: nobody came to the visit of {start}, so it counts as given up. Tell us if there was a cause; you can book another.',
        askEn,
      ],
      full: [
        'Nobody came in time, so your visit ({session}) counts as given up.',
        ...visitEn,
        'What you can do: tell the {office} if there was a special cause. To visit at another time, ring or come to the counter; there you are told whether this visit counts for the month, as the rules now say.',
      ],
    },
  },
  visit_needs_review: {
    zh: {
      sms: [
        '【{office}】{start}的{session}因情况变化需重新确认，请等候通知或致电询问，确认前请勿前来。',
        askZh,
      ],
      full: [
        '您已预约的{session}因情况变化需要重新确认。',
        ...visitZh,
        '原因：{reason}',
        '下一步：我们会尽快告诉您会见是否照常、改期或取消。得到通知之前，请勿前来。',
      ],
    },
    en: {
      sms: [
        '{office}: your visit of {start} has to be looked at again. Please wait for word from us or ring before you come.',
        askEn,
      ],
      full: [
        'Something has changed, and your visit ({session}) has to be looked at again.',
        ...visitEn,
        'Why: {reason}',
        'What happens next: we tell you as soon as we can whether it takes place, is moved or is cancelled. Please do not come before you hear from us.',
      ],
    },
  },
  reminder: {
    zh: {
      sms: ['【{office}】提醒：{session}时间{start}，{room}。请带身份证原件提前到达，迟到视为放弃。', askZh],
      full: ['提醒您，会见时间快到了。', ...visitZh, bringZh, '不能来的，请立即告诉{office}。'],
    },
    en: {
      sms: [
        '{office}: reminder of your visit on {start}, {room}. Bring your identity card and come early.',
        askEn,
      ],
      full: ['Your visit is near.', ...visitEn, bringEn, 'If you cannot come, tell the {office} at once.'],
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeTemplate>>;
