import { defineRefusals } from '../edge/index.ts';

export const ruleRefusals = defineRefusals({
  rule_effective_in_past: {
    status: 422,
    zh: '生效日期不能早于今天（{today}），已作出的决定不受追溯。',
    en: 'A change cannot hold from before today ({today}): decisions that were made stay as they are.',
  },
  rule_scope_not_possible: {
    status: 422,
    zh: '该规则不能按此范围单独设定，请选择表中列出的适用范围。',
    en: 'This rule cannot have a value of its own for that. Choose one of the scopes that are offered.',
  },
  rule_scope_unknown: {
    status: 422,
    zh: '没有这个监狱、处遇级别或罪犯类别，请刷新页面后重选。',
    en: 'There is no such prison, grade or category. Reload the page and choose again.',
  },
  rule_day_taken: {
    status: 409,
    zh: '该规则在此范围内已有自 {date} 起生效的版本。请选择其他日期，或先撤回尚未生效的版本。',
    en: 'The rule already has a version for this scope from {date} on. Choose another day, or first withdraw the one that is to come.',
  },
  rule_unchanged: {
    status: 422,
    zh: '自该日起本来就适用这一数值，且确认状态相同，没有可更改的内容。',
    en: 'That value would hold from that day anyway, confirmed or not as before. There is nothing to change.',
  },
  rule_in_force_already: {
    status: 409,
    zh: '该版本已经生效，不能撤回。如需更改，请新增一个版本。',
    en: 'This version is in force already and cannot be withdrawn. To change the rule, add a new version.',
  },
  rule_withdrawn_already: {
    status: 409,
    zh: '该版本已被撤回。',
    en: 'This version has been withdrawn already.',
  },
});
