import { type ApplicationState, stateTexts } from '../applications/schema.ts';
import { defineRefusals, Refusal, type Text } from '../edge/index.ts';

export const reviewRefusals = defineRefusals({
  four_eyes: {
    status: 403,
    zh: '本申请由您录入或由您收取材料，按“区级双人办理”规则，须由区矫正中心另一名工作人员初审。',
    en: 'You entered this application or put its papers on file. By the rule of four eyes another person at the district centre has to review it.',
  },
  exception_four_eyes: {
    status: 403,
    zh: '本申请的特别批准事由由您提出，须由监狱另一名审批人员批准。',
    en: 'You proposed the exception on this application; another approver of the prison has to grant it.',
  },
  already_answered: {
    status: 409,
    zh: '申请人已被告知，告知记录已存在，不能重复登记。',
    en: 'It is on record already that the applicant was told; nothing was recorded twice.',
  },
  told_at_no_such_time: {
    status: 422,
    zh: '告知时间应在决定作出之后、当前时间之前，请更正。',
    en: 'The applicant is told after the decision and not in the future: correct the time.',
  },
  condition_not_shorter: {
    status: 422,
    zh: '限定时长 {minutes} 分钟不短于规则允许的 {limit} 分钟（规则第7项）。请填写更短的时长，或留空。',
    en: '{minutes} minutes is not shorter than the {limit} minutes that rule 7 allows. Give a shorter time, or leave it empty.',
  },
  condition_needs_interpreter: {
    status: 422,
    zh: '该语言不在允许的会见语言之内（规则第12项），须有翻译在场。请勾选“须有翻译在场”，或改定会见语言。',
    en: 'This language is not among those allowed (rule 12) and needs an interpreter. Require one, or choose another language.',
  },
  exception_not_granted: {
    status: 422,
    zh: '第 {position} 名会见人不是近亲属或监护人（规则第2项）。批准申请须对其逐人作出特别批准；不同意的，请不予批准。',
    en: 'Visitor {position} is neither a near relative nor a guardian (rule 2). To approve, grant the exception to each such visitor expressly; otherwise refuse.',
  },
  exception_not_asked: {
    status: 422,
    zh: '所选会见人不需要特别批准，请刷新页面后重新选择。',
    en: 'One of the visitors chosen needs no exception. Load the page again and choose anew.',
  },
  foreign_national_separate_rule: {
    status: 422,
    zh: '外国籍服刑人员的会见另有规定，不适用本系统（规则第2d项），请联系监狱刑罚执行部门。',
    en: 'Visits to foreign nationals follow a separate rule and not this one (rule 2d); ask the prison’s sentence execution section.',
  },
});

/** What was asked has no place in the state that the application has now. */
export function wrongState(state: ApplicationState): Refusal {
  const { zh, en } = stateTexts[state];
  return new Refusal(
    'wrong_state',
    409,
    {
      zh: `申请目前的状态是“${zh}”，不能进行此项操作。`,
      en: `The application is now: ${en}. This cannot be done in that state.`,
    },
    { state },
  );
}

/** What is not on file yet, person by person. */
export function documentsMissing(missing: readonly Text[]): Refusal {
  return new Refusal(
    'documents_missing',
    422,
    {
      zh: `材料不齐，不能转送监狱。尚缺：${missing.map(({ zh }) => zh).join('；')}。`,
      en: `Papers are missing, so the application cannot be forwarded: ${missing.map(({ en }) => en).join('; ')}.`,
    },
    { missing: missing.length },
  );
}

/** The same once it has come to the prison: a relationship has ended, a paper has run out. */
export function missingForApproval(missing: readonly Text[]): Refusal {
  return new Refusal(
    'documents_missing',
    422,
    {
      zh: `材料不齐或已失效，不能批准。尚缺：${missing.map(({ zh }) => zh).join('；')}。请选择“要求补充材料”。`,
      en: `Papers are missing or no longer valid, so the application cannot be approved: ${missing.map(({ en }) => en).join('; ')}. Ask for more papers.`,
    },
    { missing: missing.length },
  );
}
