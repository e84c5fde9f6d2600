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
  rule_ends_before_it_begins: {
    status: 422,
    zh: '规则的最后一日（{to}）早于生效日期（{from}），请改正其中之一。',
    en: 'The last day ({to}) is before the day from which the rule would hold ({from}). Put one of them right.',
  },
  rule_overlaps_another: {
    status: 409,
    zh: '该规则在此范围内已有自 {from} 起至 {to} 止的临时版本，与所填日期重叠。请避开这些日期，或先撤回尚未生效的版本。',
    en: 'The rule has a version for this scope that holds from {from} to {to}, which overlaps. Choose other days, or first withdraw it if it is still to come.',
  },
  rule_overlaps_one_to_come: {
    status: 409,
    zh: '该规则在此范围内自 {from} 起将适用另一版本，与所填日期重叠。请在此之前结束，或先撤回该版本。',
    en: 'Another version for this scope is to hold from {from} on, which overlaps. Let yours end before, or first withdraw that one.',
  },
  rule_contradicts_another: {
    status: 422,
    zh: '这样一来，“{less}”（{low}）会大于“{more}”（{high}），两者无法同时满足。请先更改另一项规则。',
    en: '“{less}” ({low}) would be more than “{more}” ({high}): nothing could meet both. Change the other rule first.',
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
