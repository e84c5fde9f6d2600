import { useTranslation } from 'react-i18next';
import type { Text } from '../../server/edge/language.ts';
import { outcomeTexts, pauseReasonTexts, stopReasonTexts, warningTexts } from '../../server/visits/codes.ts';
import type { TimelineEntry } from '../../server/visits/schema.ts';
import { sentences, useLabel } from '../language/index.ts';

const codeTexts: Record<string, Text> = {
  ...pauseReasonTexts,
  ...stopReasonTexts,
  ...warningTexts,
  ...outcomeTexts,
};

/** The facts of an event that a person wants to read beside its name: codes in words, minutes, notes. */
export function useSayFacts(): (entry: Pick<TimelineEntry, 'facts'>) => string {
  const label = useLabel();
  const { t } = useTranslation('station');
  const sayValue = (name: string, value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap((each) => sayValue(name, each));
    if (typeof value === 'string' && codeTexts[value]) return [label(codeTexts[value])];
    if (name === 'minutes' && typeof value === 'number') return [t('minutesLeft', { minutes: value })];
    if (name === 'note' && typeof value === 'string') return [value];
    return [];
  };
  return ({ facts }) => sentences(Object.entries(facts).flatMap(([name, value]) => sayValue(name, value)));
}
