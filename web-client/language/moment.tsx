import { useLanguage } from './current-language.ts';
import { sayTime, type TimeShape } from './time.ts';

export function Moment({ at, shape = 'moment' }: { at: string; shape?: TimeShape }) {
  const language = useLanguage();
  return <time dateTime={at}>{sayTime(at, shape, language)}</time>;
}
