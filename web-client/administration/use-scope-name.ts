import { type Category, categoryTexts, type Grade, gradeTexts } from '../../server/people/schema.ts';
import { type RuleScopeKind, ruleScopeTexts } from '../../server/rules/schema.ts';
import { usePlaces } from '../api/places.ts';
import { useLabel } from '../language/index.ts';

/** For whom a rule's value holds, in words. */
export function useScopeName(): (kind: RuleScopeKind, id: string) => string {
  const label = useLabel();
  const places = usePlaces();
  return (kind, id) => {
    const text = {
      all: () => ruleScopeTexts.all,
      prison: () => places.data?.prisons.find((prison) => prison.id === id)?.name,
      grade: () => gradeTexts[id as Grade],
      category: () => categoryTexts[id as Category],
    }[kind]();
    return text ? label(text) : id;
  };
}
