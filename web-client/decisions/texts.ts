import type { TextList } from '../language/text-list.ts';

export const decisionsTexts = {
  title: { zh: '决定依据', en: 'What it was decided by' },
  titleOf: { zh: '申请 {number} 的决定依据', en: 'What application {number} was decided by' },
  show: { zh: '查看决定依据并重新核对', en: 'What it was decided by, and whether it is the same again' },
  printPage: { zh: '打印版', en: 'For printing' },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '返回申请', en: 'Back to the application' },
  none: { zh: '没有可核对的决定。', en: 'There is no decision to show.' },
  decidedAt: { zh: '决定时间', en: 'Time of the decision' },
  asked: { zh: '所求事项', en: 'Asked' },
  answer: { zh: '决定', en: 'Decision' },
  rules: { zh: '适用规则', en: 'Rules' },
  rulesNone: { zh: '没有依据可设定的规则。', en: 'No rule that can be set was asked for.' },
  same: {
    zh: '按当时的依据和规则重新作出，结论相同。',
    en: 'Made again from what was known then and the rules of that time, the decision is the same.',
  },
  notSame: {
    zh: '重新作出的决定与原决定不符，请报告主管部门并核查台账：',
    en: 'Made again, the decision is not the same. Report this, and check the ledger:',
  },
  notKept: {
    zh: '该决定作出时系统尚未保存依据，不能重新作出。以下为所适用的规则。',
    en: 'When this was decided, what it was decided by was not kept yet. These are its rules.',
  },
  ruleDefault: { zh: '系统默认值', en: 'default' },
  ruleSince: { zh: '{date} 起生效', en: 'since {date}' },
  ruleUntil: { zh: '至 {date}', en: 'until {date}' },
  ruleConfirmed: { zh: '主管部门已确认', en: 'confirmed by the bureau' },
  ruleUnconfirmed: { zh: '主管部门未确认', en: 'not confirmed by the bureau' },
} satisfies TextList;
