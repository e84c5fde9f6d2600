import { currentLanguage } from './current-language.ts';

/*
 * How each language writes lists and remarks. Read at the time of rendering: whatever shows texts is rendered anew when
 * another language is chosen.
 */
const inChinese = () => currentLanguage() === 'zh';

/** `甲、乙` or `one, other` */
export const list = (words: readonly string[]): string => words.join(inChinese() ? '、' : ', ');

/** `甲；乙` or `one; other` */
export const sentences = (words: readonly string[]): string => words.join(inChinese() ? '；' : '; ');

/** `（甲）` or ` (one)` */
export const brackets = (text: string): string => (inChinese() ? `（${text}）` : ` (${text})`);

/** `甲：` or `one: ` */
export const colon = (name: string): string => name + (inChinese() ? '：' : ': ');
