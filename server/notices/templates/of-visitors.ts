import type { NoticeKind } from '../codes.ts';
import { askEn, askZh, caseEn, caseZh, type NoticeTemplate } from './template.ts';

/** What is said of what concerns a visitor beside a booked visit: suspensions, offers, make-up visits. */
export const visitorTemplates = {
  visitor_suspended: {
    zh: {
      sms: [
        '【{office}】监狱决定自{from}至{to}暂停您会见（{reason}），{next}起可以会见。有异议可申请复核。',
        askZh,
      ],
      full: [
        '监狱决定暂停您的会见（{suspensionNumber}）。',
        '原因：{reason}',
        '说明：{note}',
        '期间：自{from}至{to}（首尾两日均在内），{next}起可以会见，届时自动恢复，无需另行申请解除。',
        '依据：司法部《罪犯会见通信规定》补充规定（2019年），违反会见规定的，监狱可暂停其会见1至3个月。',
        '下一步：期间内已预约的会见不能进行，我们会与您联系改期或取消。对决定有异议的，请向{office}提出，由{prison}复核。',
      ],
    },
    en: {
      sms: [
        '{office}: you may not visit from {from} to {to} ({reason}); visits are possible from {next}. You may ask for a review.',
        askEn,
      ],
      full: [
        'The prison decided to suspend you from visits ({suspensionNumber}).',
        'Why: {reason}',
        'Remark: {note}',
        'For how long: from {from} to {to}, both days included. From {next} on you may visit again; it ends by itself.',
        'On what ground: Ministry of Justice, supplement of 2019 to the provisions on visits and correspondence: after a violation the prison may suspend a visitor for 1 to 3 months.',
        'What happens next: visits that are booked in that time cannot take place; we ring you to move or cancel them. If you disagree, tell the {office}; {prison} looks at it again.',
      ],
    },
  },
  suspension_lifted: {
    zh: {
      sms: ['【{office}】对您的暂停会见已提前解除，{next}起可以申请和预约会见。', askZh],
      full: [
        '监狱已提前解除对您的暂停会见（{suspensionNumber}）。',
        '说明：{note}',
        '下一步：自{next}起可以申请和预约会见，请致电{office}或到窗口办理。',
      ],
    },
    en: {
      sms: [
        '{office}: your suspension was lifted; from {next} on you may apply and book visits again.',
        askEn,
      ],
      full: [
        'The prison lifted your suspension from visits early ({suspensionNumber}).',
        'Remark: {note}',
        'What you can do: from {next} on, apply and book visits again; ring the {office} or come to the counter.',
      ],
    },
  },
  offer_made: {
    zh: {
      sms: ['【{office}】有空余会见时间：{start}。已为您保留到{until}，请在此前致电或到本中心确认。', askZh],
      full: [
        '您所等候的会见有了空余时间。',
        ...caseZh,
        '时间：{start}。已为您保留到{until}。',
        '下一步：请在{until}之前致电{office}或到窗口确认；过时未确认的，时间让给下一家，您仍在等候名单上。',
      ],
    },
    en: {
      sms: [
        '{office}: a time for your visit is free: {start}. It is kept for you until {until}; ring or come before then.',
        askEn,
      ],
      full: [
        'A time for the visit that you wait for has become free.',
        ...caseEn,
        'Time: {start}. It is kept for you until {until}.',
        'What to do: ring the {office} or come to the counter before {until}. After that it goes to the next family, and you stay on the list.',
      ],
    },
  },
  offer_expired: {
    zh: {
      sms: ['【{office}】为您保留的会见时间{start}因未确认已释放，您仍在等候名单上。', askZh],
      full: [
        '为您保留的会见时间没有得到确认，已让给下一家。',
        ...caseZh,
        '时间：{start}。',
        '下一步：您仍在等候名单上，有空余时间会再通知您。不再需要的，请告诉{office}。',
      ],
    },
    en: {
      sms: [
        '{office}: the time kept for you ({start}) was not confirmed and was given up. You stay on the waiting list.',
        askEn,
      ],
      full: [
        'The time that was kept for you was not confirmed and went to the next family.',
        ...caseEn,
        'Time: {start}.',
        'What happens next: you stay on the list and are told of the next free time. If you no longer need it, tell the {office}.',
      ],
    },
  },
  makeup_offered: {
    zh: {
      sms: [
        '【{office}】会见{missed}未能完成，可在{until}（含）前补会见，{counting}。请致电或到本中心预约。',
        askZh,
      ],
      full: [
        '您的会见（{missed}）因设备、线路故障或监督人员缺席未能完成，可以补会见。',
        ...caseZh,
        '下一步：请在{until}（含当日）之前致电{office}或到窗口预约。补会见{counting}，无需重新申请；逾期不再补。',
      ],
    },
    en: {
      sms: [
        '{office}: visit {missed} was cut short; you may make it up until {until}; it {counting}. Please ring or come to book.',
        askEn,
      ],
      full: [
        'Your visit ({missed}) could not be held or was cut short through no fault of yours, and can be made up.',
        ...caseEn,
        'What to do: ring the {office} or come to the counter for a day no later than {until}. A make-up visit {counting}, and no new application is needed; after that day it lapses.',
      ],
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeTemplate>>;
