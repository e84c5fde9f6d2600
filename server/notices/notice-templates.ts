import type { NoticeKind } from './codes.ts';

/**
 * The words of each notice. A line with a fact that is empty is left out. What is texted fits two messages and names
 * neither the prisoner nor the prison: others read a telephone, too.
 */
export type NoticeTemplate = Record<'zh' | 'en', { sms: readonly string[]; full: readonly string[] }>;

const askZh = ' 咨询{phone}。';
const askEn = ' Questions: {phone}.';
const caseZh = '申请编号：{application}。会见对象：{prisoner}（{prison}）。';
const caseEn = 'Application {application}, to see {prisoner} ({prison}).';
const visitZh =
  '会见编号：{booking}。会见对象：{prisoner}（{prison}）。时间：{start}至{endTime}。地点：{office}{room}。';
const visitEn = 'Visit {booking}, to see {prisoner} ({prison}): {start} to {endTime}, at {office}, {room}.';
const bringZh =
  '请全体会见人携带居民身份证原件（未成年人携带户口簿），在会见开始前到达，办理身份查验并签署承诺书。迟到视为放弃本次会见。不得携带手机及录音、摄影、摄像设备。';
const bringEn =
  'All visitors bring their identity cards (minors the household register) and arrive before the visit begins, to be identified and to sign the undertaking. Being late counts as giving up this visit. No telephones, recorders or cameras.';

export const noticeTemplates: Record<NoticeKind, NoticeTemplate> = {
  application_received: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已收到，将于{due}前作出初审。请保管好回执。', askZh],
      full: [
        '您的{session}申请已收到。',
        caseZh,
        '下一步：区矫正中心在{due}前初审，材料齐全的转送监狱审批。如需补充材料，会另行通知您。您现在无需再来。',
      ],
    },
    en: {
      sms: ['{office}: your application {application} was received and will be looked at by {due}.', askEn],
      full: [
        'Your application for a visit ({session}) has been received.',
        caseEn,
        'What happens next: the corrections centre looks at it by {due} and, if the papers are complete, sends it on to the prison. If papers are missing we tell you. You need not come again for now.',
      ],
    },
  },
  application_resubmitted: {
    zh: {
      sms: ['【{office}】您为{session}申请{application}补充的材料已收到，将于{due}前继续审查。', askZh],
      full: ['您补充的材料已收到。', caseZh, '下一步：在{due}前继续审查，结果会通知您。您现在无需再来。'],
    },
    en: {
      sms: [
        '{office}: your further papers for application {application} were received; the next decision is due by {due}.',
        askEn,
      ],
      full: [
        'The papers that you brought have been received.',
        caseEn,
        'What happens next: the review goes on, until {due}. We tell you the result. You need not come again for now.',
      ],
    },
  },
  supplement_asked: {
    zh: {
      sms: [
        '【{office}】您的{session}申请{application}需补充材料：{reason}请尽快到本中心办理，办理前审查暂停。',
        askZh,
      ],
      full: [
        '您的{session}申请需要补充材料，由{body}提出。',
        caseZh,
        '原因：{reason}',
        '需要补充或说明的内容：{note}',
        '下一步：请尽快把材料带到{office}窗口。补充之前，审查不再继续；不需要补充原有的其他材料。',
      ],
    },
    en: {
      sms: [
        '{office}: more papers are needed for application {application}: {reason} Please bring them soon; the review waits for you.',
        askEn,
      ],
      full: [
        'More papers are needed for your application for a visit ({session}). Asked for by: {body}.',
        caseEn,
        'Why: {reason}',
        'What to bring or to explain: {note}',
        'What to do: bring it to the counter of {office} as soon as you can. The review waits until then; what you handed in before need not be brought again.',
      ],
    },
  },
  application_forwarded: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已通过初审并转送监狱，监狱将于{due}前审批。', askZh],
      full: [
        '您的{session}申请已通过区矫正中心初审，转送监狱审批。',
        caseZh,
        '下一步：监狱在{due}前作出决定，结果会通知您。您现在无需再来。',
      ],
    },
    en: {
      sms: [
        '{office}: your application {application} passed the first review; the prison decides by {due}.',
        askEn,
      ],
      full: [
        'Your application for a visit ({session}) passed the review of the corrections centre and was sent on to the prison.',
        caseEn,
        'What happens next: the prison decides by {due}, and we tell you the result. You need not come again for now.',
      ],
    },
  },
  application_approved: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已获批准。请致电或到本中心预约会见时间。', askZh],
      full: [
        '您的{session}申请已由监狱批准。',
        caseZh,
        '附带要求：{conditions}',
        '说明：{note}',
        '下一步：请致电{office}或到窗口预约会见时间，越早可选的时间越多。',
      ],
    },
    en: {
      sms: [
        '{office}: your application {application} was approved. Please ring or come to book a time.',
        askEn,
      ],
      full: [
        'The prison approved your application for a visit ({session}).',
        caseEn,
        'On these conditions: {conditions}',
        'Remark: {note}',
        'What to do: ring {office} or come to the counter to book a time. The earlier, the more times there are to choose from.',
      ],
    },
  },
  application_refused: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}未获批准：{reason}如有疑问可向本中心咨询。', askZh],
      full: [
        '您的{session}申请不予批准，由{body}决定。',
        caseZh,
        '理由：{reason}',
        '说明：{note}',
        '下一步：理由所说的情况改变后，可以重新申请。对决定有疑问的，可以到{office}窗口询问，由工作人员当面说明理由。',
      ],
    },
    en: {
      sms: [
        '{office}: your application {application} was refused: {reason} Please ask us if this is not clear.',
        askEn,
      ],
      full: [
        'Your application for a visit ({session}) was refused. Decided by: {body}.',
        caseEn,
        'Why: {reason}',
        'Remark: {note}',
        'What you can do: apply again once the reason no longer holds. If you do not understand the decision or disagree, ask at the counter of {office}; the reason will be explained to you in person.',
      ],
    },
  },
  application_withdrawn: {
    zh: {
      sms: [
        '【{office}】您的{session}申请{application}已按您的要求撤回。如非您本人要求，请立即联系我们。',
        askZh,
      ],
      full: [
        '您的{session}申请已撤回。',
        caseZh,
        '下一步：需要会见时，可以随时重新申请。如果撤回不是您要求的，请立即告诉{office}。',
      ],
    },
    en: {
      sms: [
        '{office}: your application {application} was withdrawn. If you did not ask for this, tell us at once.',
        askEn,
      ],
      full: [
        'Your application for a visit ({session}) was withdrawn.',
        caseEn,
        'What you can do: apply again whenever you wish. If you did not ask for this, tell {office} at once.',
      ],
    },
  },
  visit_booked: {
    zh: {
      sms: ['【{office}】{session}已预约：{start}，{room}。请带身份证原件提前到达，迟到视为放弃。', askZh],
      full: [
        '您的{session}时间已安排。',
        visitZh,
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
        visitEn,
        bringEn,
        'If you cannot come, tell {office} as early as you can: the visit is moved and does not count.',
      ],
    },
  },
  visit_moved: {
    zh: {
      sms: [
        '【{office}】{session}时间已更改为{start}，{room}，原定时间{before}作废。请带身份证原件提前到达。',
        askZh,
      ],
      full: ['您的{session}时间已更改。', '原定时间{before}作废，以下列时间为准。', visitZh, bringZh],
    },
    en: {
      sms: [
        '{office}: your visit was moved to {start}, {room}; no longer {before}. Bring your identity card and come early.',
        askEn,
      ],
      full: [
        'Your visit ({session}) was moved.',
        'It is no longer at {before}. What holds now:',
        visitEn,
        bringEn,
      ],
    },
  },
  visit_cancelled: {
    zh: {
      sms: ['【{office}】原定{start}的{session}已取消：{reason}。请勿前来，可重新预约。', askZh],
      full: [
        '您的{session}已取消，请勿按原定时间前来。',
        visitZh,
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
        visitEn,
        'Why: {reason}',
        'Remark: {note}',
        'What you can do: a cancelled visit does not count, and your application stays approved. Ring {office} or come to the counter to book another time.',
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
        visitZh,
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
        visitEn,
        'What you can do: tell {office} if there was a special cause. To visit at another time, ring or come to the counter; there you are told whether this visit counts for the month, as the rules now say.',
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
        visitZh,
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
        visitEn,
        'Why: {reason}',
        'What happens next: we tell you as soon as we can whether it takes place, is moved or is cancelled. Please do not come before you hear from us.',
      ],
    },
  },
  reminder: {
    zh: {
      sms: ['【{office}】提醒：{session}时间{start}，{room}。请带身份证原件提前到达，迟到视为放弃。', askZh],
      full: ['提醒您，会见时间快到了。', visitZh, bringZh, '不能来的，请立即告诉{office}。'],
    },
    en: {
      sms: [
        '{office}: reminder of your visit on {start}, {room}. Bring your identity card and come early.',
        askEn,
      ],
      full: ['Your visit is near.', visitEn, bringEn, 'If you cannot come, tell {office} at once.'],
    },
  },
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
        'What happens next: visits that are booked in that time cannot take place; we ring you to move or cancel them. If you disagree, tell {office}; {prison} looks at it again.',
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
        'What you can do: from {next} on, apply and book visits again; ring {office} or come to the counter.',
      ],
    },
  },
  offer_made: {
    zh: {
      sms: ['【{office}】有空余会见时间：{start}。已为您保留到{until}，请在此前致电或到本中心确认。', askZh],
      full: [
        '您所等候的会见有了空余时间。',
        caseZh,
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
        caseEn,
        'Time: {start}. It is kept for you until {until}.',
        'What to do: ring {office} or come to the counter before {until}. After that it goes to the next family, and you stay on the list.',
      ],
    },
  },
  offer_expired: {
    zh: {
      sms: ['【{office}】为您保留的会见时间{start}因未确认已释放，您仍在等候名单上。', askZh],
      full: [
        '为您保留的会见时间没有得到确认，已让给下一家。',
        caseZh,
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
        caseEn,
        'Time: {start}.',
        'What happens next: you stay on the list and are told of the next free time. If you no longer need it, tell {office}.',
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
        caseZh,
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
        caseEn,
        'What to do: ring {office} or come to the counter for a day no later than {until}. A make-up visit {counting}, and no new application is needed; after that day it lapses.',
      ],
    },
  },
};

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
