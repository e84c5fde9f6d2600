import type { Language, Text } from '../../server/edge/language.ts';

/** The texts of one area. Each stands in both languages, so a missing translation does not compile. */
export type TextList = Record<string, Text>;

/** One language of a list, as i18next takes it. */
export function inLanguage<L extends TextList>(list: L, language: Language): { [K in keyof L]: string } {
  return Object.fromEntries(Object.entries(list).map(([key, text]) => [key, text[language]])) as {
    [K in keyof L]: string;
  };
}
