export { ensureDefaultRules } from './ensure-default-rules.ts';
export { loadRules, type RuleContext, type Rules } from './load-rules.ts';
export { ruleRoutes } from './routes.ts';
export type { RuleValue } from './rule-definitions.ts';
export type { RuleKey } from './schema.ts';
