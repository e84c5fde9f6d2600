export { chooseLanguage, currentLanguage, useLanguage } from './current-language.ts';
export { startTexts } from './i18n.ts';
export { LanguageSwitch } from './language-switch.tsx';
export { LookAndLocale } from './look-and-locale.tsx';
export { Moment } from './moment.tsx';
export { ruleOf } from './rule-of.ts';
export type { TextList } from './text-list.ts';
export { dayInShanghai, endOfDay, sayDuration, sayTime, startOfDay } from './time.ts';
export { useLabel } from './use-label.ts';
