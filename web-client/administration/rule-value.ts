import type { AnyRuleValue, Rule } from '../../server/rules/schema.ts';

/** What the field of a value holds: text for numbers, a switch, or the codes that were chosen. */
export type FieldValue = string | boolean | string[];

export const fieldValueOf = (value: AnyRuleValue, { bounds }: Rule): FieldValue =>
  bounds === null ? (value as boolean | string[]) : [value].flat().join(', ');

/** Numbers as people write them one after the other; undefined if there is anything else. */
function numbersIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}

/** What was entered as the rule wants it; undefined if it cannot be a value of the rule. */
export function valueEntered(entered: FieldValue, { bounds, unit }: Rule): AnyRuleValue | undefined {
  if (typeof entered === 'boolean') return unit === 'yes_no' ? entered : undefined;
  if (Array.isArray(entered)) return entered.length > 0 ? entered : undefined;
  const numbers = bounds && numbersIn(entered);
  if (!numbers) return undefined;
  const { least, most, listOf } = bounds;
  if (!numbers.every((each) => least <= each && each <= most)) return undefined;
  if (listOf !== null) return numbers.length <= listOf ? numbers : undefined;
  return numbers.length === 1 ? numbers[0] : undefined;
}
