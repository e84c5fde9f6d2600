import { type ApplicationState, stateTexts } from '../applications/schema.ts';
import { defineRefusals, Refusal, type Text } from '../edge/index.ts';

export const reviewRefusals = defineRefusals({
  four_eyes: {
    status: 403,
    zh: '本申请由您录入，须由区矫正中心另一名工作人员初审。',
    en: 'You entered this application; another person at the district centre has to review it.',
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
