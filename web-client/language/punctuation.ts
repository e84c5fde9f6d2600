import type { Language } from '../../server/edge/language.ts';
import { currentLanguage } from './current-language.ts';

const marks = {
  zh: { list: '、', sentences: '；', before: '（', after: '）', colon: '：' },
  en: { list: ', ', sentences: '; ', before: ' (', after: ')', colon: ': ' },
} as const;

/** How a language writes lists and remarks, for a text in a language of its own, such as a paper that is printed. */
export const marksIn = (language: Language) => ({
  list: (words: readonly string[]): string => words.join(marks[language].list),
  sentences: (words: readonly string[]): string => words.join(marks[language].sentences),
  brackets: (text: string): string => marks[language].before + text + marks[language].after,
  colon: (name: string): string => name + marks[language].colon,
});

/*
 * The same in the language of the screen. Read at the time of rendering: whatever shows texts is rendered anew when
 * another language is chosen.
 */

/** `甲、乙` or `one, other` */
export const list = (words: readonly string[]): string => marksIn(currentLanguage()).list(words);

/** `甲；乙` or `one; other` */
export const sentences = (words: readonly string[]): string => marksIn(currentLanguage()).sentences(words);

/** `（甲）` or ` (one)` */
export const brackets = (text: string): string => marksIn(currentLanguage()).brackets(text);

/** `甲：` or `one: ` */
export const colon = (name: string): string => marksIn(currentLanguage()).colon(name);
