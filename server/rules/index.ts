export { describeRulesUsed } from './describe-rules-used.ts';
export { ensureDefaultRules } from './ensure-default-rules.ts';
export { type KeptRules, loadRuleBook, loadRules, type Rules } from './load-rules.ts';
export type { RuleQuestion, UnfitBooking } from './preview-rule-change.ts';
export { recallRules } from './recall-rules.ts';
export { ruleRoutes } from './routes.ts';
export type { RuleKey } from './schema.ts';
