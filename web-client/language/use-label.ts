import type { Text } from '../../server/edge/language.ts';
import { useLanguage } from './current-language.ts';

/** Says a text of a code list in the language of the screen. */
export function useLabel(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
