import { type AnyRuleValue, type Rule, valueInWords } from '../../server/rules/schema.ts';
import { useLabel } from '../language/index.ts';

/** A value in words: `5、1 分钟`, `是`, `近亲属、监护人`. */
export function useSayValue(): (value: AnyRuleValue, rule: Rule) => string {
  const label = useLabel();
  return (value, rule) => label(valueInWords(value, rule));
}
