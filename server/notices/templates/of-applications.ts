import type { NoticeKind } from '../codes.ts';
import { askEn, askZh, caseEn, caseZh, type NoticeTemplate } from './template.ts';

/** What is said of what an application goes through. */
export const applicationTemplates = {
  application_received: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已收到，将于{due}前作出初审。请保管好回执。', askZh],
      full: [
        '您的{session}申请已收到。',
        ...caseZh,
        '下一步：区矫正中心在{due}前初审，材料齐全的转送监狱审批。如需补充材料，会另行通知您。您现在无需再来。',
      ],
    },
    en: {
      sms: ['{office}: your application {application} was received and will be looked at by {due}.', askEn],
      full: [
        'Your application for a visit ({session}) has been received.',
        ...caseEn,
        'What happens next: the corrections centre looks at it by {due} and, if the papers are complete, sends it on to the prison. If papers are missing we tell you. You need not come again for now.',
      ],
    },
  },
  application_resubmitted: {
    zh: {
      sms: ['【{office}】您为{session}申请{application}补充的材料已收到，将于{due}前继续审查。', askZh],
      full: ['您补充的材料已收到。', ...caseZh, '下一步：在{due}前继续审查，结果会通知您。您现在无需再来。'],
    },
    en: {
      sms: [
        '{office}: your further papers for application {application} were received; the next decision is due by {due}.',
        askEn,
      ],
      full: [
        'The papers that you brought have been received.',
        ...caseEn,
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
        ...caseZh,
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
        ...caseEn,
        'Why: {reason}',
        'What to bring or to explain: {note}',
        'What to do: bring it to the counter of the {office} as soon as you can. The review waits until then; what you handed in before need not be brought again.',
      ],
    },
  },
  application_forwarded: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已通过初审并转送监狱，监狱将于{due}前审批。', askZh],
      full: [
        '您的{session}申请已通过区矫正中心初审，转送监狱审批。',
        ...caseZh,
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
        ...caseEn,
        'What happens next: the prison decides by {due}, and we tell you the result. You need not come again for now.',
      ],
    },
  },
  application_approved: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}已获批准。请致电或到本中心预约会见时间。', askZh],
      full: [
        '您的{session}申请已由监狱批准。',
        ...caseZh,
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
        ...caseEn,
        'On these conditions: {conditions}',
        'Remark: {note}',
        'What to do: ring the {office} or come to the counter to book a time. The earlier, the more times there are to choose from.',
      ],
    },
  },
  application_refused: {
    zh: {
      sms: ['【{office}】您的{session}申请{application}未获批准：{reason}如有疑问可向本中心咨询。', askZh],
      full: [
        '您的{session}申请不予批准，由{body}决定。',
        ...caseZh,
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
        ...caseEn,
        'Why: {reason}',
        'Remark: {note}',
        'What you can do: apply again once the reason no longer holds. If you do not understand the decision or disagree, ask at the counter of the {office}; the reason will be explained to you in person.',
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
        ...caseZh,
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
        ...caseEn,
        'What you can do: apply again whenever you wish. If you did not ask for this, tell the {office} at once.',
      ],
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeTemplate>>;
