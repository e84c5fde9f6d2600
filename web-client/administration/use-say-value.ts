import { type Rule, ruleUnitTexts } from '../../server/rules/schema.ts';
import { list, useLabel } from '../language/index.ts';

/** A value with its unit: `5、1 分钟`. */
export function useSayValue(): (value: number | number[], unit: Rule['unit']) => string {
  const label = useLabel();
  return (value, unit) =>
    `${Array.isArray(value) ? list(value.map(String)) : value} ${label(ruleUnitTexts[unit])}`;
}
