import { useLanguage } from './current-language.ts';
import { sayTime } from './time.ts';

/** Says a moment in a sentence, in the language of the screen. */
export function useSayMoment(): (moment: string) => string {
  const language = useLanguage();
  return (moment) => sayTime(moment, 'moment', language);
}
