import { useTranslation } from 'react-i18next';
import { visitLanguageTexts } from '../../server/applications/codes.ts';
import type { VisitTerms } from '../../server/reviews/conditions.ts';
import { brackets, list, useLabel } from '../language/index.ts';

type Named = { id: string; name: string };

/** On what terms a visit takes place, as lines of a table: the language always, the rest where the prison said something. */
export function useTermsRows(
  terms: VisitTerms,
  visitors: readonly Named[],
): [label: string, value: string][] {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const { languageAppliedFor, interpreter, interpreterRequired, durationMinutes, exceptionsFor } = terms;
  const applied =
    languageAppliedFor && t('appliedFor', { language: label(visitLanguageTexts[languageAppliedFor]) });
  const excepted = visitors.filter(({ id }) => exceptionsFor.includes(id)).map(({ name }) => name);
  const rows: [string, string | undefined][] = [
    [t('language'), label(visitLanguageTexts[terms.language]) + (applied ? brackets(applied) : '')],
    [t('interpreter'), interpreterRequired ? interpreter || t('interpreterAny') : undefined],
    [t('duration'), durationMinutes === null ? undefined : t('atMost', { minutes: durationMinutes })],
    [t('exceptions'), excepted.length === 0 ? undefined : list(excepted)],
    [t('noteOfPrison'), terms.note || undefined],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}
