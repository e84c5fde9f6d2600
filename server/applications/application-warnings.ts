import type { Language } from '../edge/index.ts';
import type { Category, RelationshipCode } from '../people/schema.ts';
import { needsInterpreter, type VisitLanguage, warningTexts } from './schema.ts';

/** Rule 2c: whom prisoners of these categories may see, as far as it is known. */
const narrowList: readonly RelationshipCode[] = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'paternal_grandparent',
  'maternal_grandparent',
  'sons_child',
  'daughters_child',
  'parent_in_law',
];
const narrowCategories: readonly Category[] = ['organised_crime', 'evil_forces', 'drugs'];

/** What a reviewer should look at twice. Rule 2c warns and does not refuse until the bureau has confirmed it. */
export function applicationWarnings(
  visitLanguage: VisitLanguage,
  category: Category,
  visitors: readonly { relationship: RelationshipCode }[],
  language: Language,
): { code: string; text: string }[] {
  const outside = visitors.some(({ relationship }) => !narrowList.includes(relationship));
  const codes: (keyof typeof warningTexts)[] = [];
  if (outside && narrowCategories.includes(category)) codes.push('category_restricts_visitors');
  if (needsInterpreter(visitLanguage)) codes.push('interpreter_needed');
  return codes.map((code) => ({ code, text: warningTexts[code][language] }));
}
