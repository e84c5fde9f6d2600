import { useTranslation } from 'react-i18next';
import { visitLanguageTexts } from '../../server/applications/codes.ts';
import type { Language } from '../../server/edge/language.ts';
import type { VisitTerms } from '../../server/reviews/conditions.ts';
import { marksIn, useLanguage } from '../language/index.ts';

type Named = { id: string; name: string };

/**
 * On what terms a visit takes place, as lines of a table: the language always, the rest where the prison said something;
 * none before there are terms. In the language of the screen, unless it is for a paper in another.
 */
export function useTermsRows(
  terms: VisitTerms | null,
  visitors: readonly Named[],
  onPaper?: Language,
): [label: string, value: string][] {
  const { i18n } = useTranslation();
  const onScreen = useLanguage();
  const written = onPaper ?? onScreen;
  const t = i18n.getFixedT(written, 'reviews');
  const { brackets, list } = marksIn(written);
  if (terms === null) return [];
  const { languageAppliedFor, interpreter, interpreterRequired, durationMinutes, exceptionsFor } = terms;
  const applied =
    languageAppliedFor && t('appliedFor', { language: visitLanguageTexts[languageAppliedFor][written] });
  const excepted = visitors.filter(({ id }) => exceptionsFor.includes(id)).map(({ name }) => name);
  const rows: [string, string | undefined][] = [
    [t('language'), visitLanguageTexts[terms.language][written] + (applied ? brackets(applied) : '')],
    [t('interpreter'), interpreterRequired ? interpreter || t('interpreterAny') : undefined],
    [t('duration'), durationMinutes === null ? undefined : t('atMost', { minutes: durationMinutes })],
    [t('exceptions'), excepted.length === 0 ? undefined : list(excepted)],
    [t('noteOfPrison'), terms.note || undefined],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}
