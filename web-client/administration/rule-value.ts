import type { Rule } from '../../server/rules/schema.ts';

/** Numbers as people write them one after the other; undefined if there is anything else. */
function numbersIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}

/** What was typed into the field of a rule's value, as the rule wants it. */
export function valueTyped(text: string, { listOf }: Rule['bounds']): number | number[] | undefined {
  const numbers = numbersIn(text);
  if (listOf !== null) return numbers;
  return numbers?.length === 1 ? numbers[0] : undefined;
}

export function isWithinBounds(
  value: number | number[] | undefined,
  { least, most, listOf }: Rule['bounds'],
) {
  if (value === undefined) return false;
  const numbers = [value].flat();
  return numbers.length <= (listOf ?? 1) && numbers.every((each) => least <= each && each <= most);
}
