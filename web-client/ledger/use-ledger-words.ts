import { roleTexts } from '../../server/accounts/schema.ts';
import { roles } from '../../server/edge/access.ts';
import type { Text } from '../../server/edge/language.ts';
import type { LedgerEntryOnPage } from '../../server/ledger/page-schema.ts';
import { useLabel } from '../language/index.ts';
import { actorTexts, kindTexts, subjectTexts } from './kind-texts.ts';

/** Codes of entries in words. A code that this version does not know is shown as it is: an old book stays readable. */
export function useLedgerWords() {
  const label = useLabel();
  const say = (texts: Record<string, Text>, code: string) => {
    const text = texts[code];
    return text ? label(text) : code;
  };
  return {
    kind: (code: string) => say(kindTexts, code),
    subject: (code: string) => say(subjectTexts, code),
    actor({ kind, role }: LedgerEntryOnPage['actor']) {
      const known = roles.find((each) => each === role);
      return known ? label(roleTexts[known]) : say(actorTexts, kind);
    },
  };
}
