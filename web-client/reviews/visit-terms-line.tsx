import type { VisitTerms } from '../../server/reviews/conditions.ts';
import { colon, sentences } from '../language/index.ts';
import { useTermsRows } from './use-terms-rows.ts';

type Props = { terms: VisitTerms; visitors: readonly { id: string; name: string }[] };

/** The same in one line, where the pictures need the place. */
export function VisitTermsLine({ terms, visitors }: Props) {
  const rows = useTermsRows(terms, visitors);
  return <p className="sentence panel">{sentences(rows.map(([label, value]) => colon(label) + value))}</p>;
}
