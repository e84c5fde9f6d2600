export { ensureDefaultRules } from './ensure-default-rules.ts';
export { loadRules, type Rules } from './load-rules.ts';
export { ruleRoutes } from './routes.ts';
export type { RuleKey } from './schema.ts';
