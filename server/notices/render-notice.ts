import { fromStoredTime, peopleZone } from '../clock.ts';
import type { Language, Text } from '../edge/index.ts';
import { type NoticeKind, noticeTitles } from './codes.ts';
import type { NoticeFact } from './notice-facts.ts';
import { noticeTemplates, whomToAsk } from './templates/index.ts';

/** What a notice says: kept as it was said, whatever becomes of the templates. */
export type NoticeTexts = { title: Text; sms: Text; full: Text };

export function renderNotice(kind: NoticeKind, facts: Readonly<Record<string, NoticeFact>>): NoticeTexts {
  const inLanguage = (language: Language) => {
    const { sms, full } = noticeTemplates[kind][language];
    const greeting = language === 'zh' ? '{visitor}：' : 'To {visitor}:';
    return {
      sms: sayLines(sms, facts, { language, short: true }).join('').trim(),
      full: sayLines([greeting, ...full, ...whomToAsk[language]], facts, { language, short: false }).join(
        '\n',
      ),
    };
  };
  const [zh, en] = [inLanguage('zh'), inLanguage('en')];
  return {
    title: noticeTitles[kind],
    sms: { zh: zh.sms, en: en.sms },
    full: { zh: zh.full, en: en.full },
  };
}

type Manner = { language: Language; short: boolean };

/** The lines whose facts are all there: one with an empty fact has nothing to say. */
function sayLines(
  lines: readonly string[],
  facts: Readonly<Record<string, NoticeFact>>,
  manner: Manner,
): string[] {
  return lines.flatMap((line) => {
    let nothingToSay = false;
    const text = line.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const fact = facts[name];
      if (fact === undefined) throw new Error(`a notice has no ${name}`);
      const said = sayFact(fact, manner);
      if (said === '') nothingToSay = true;
      return said;
    });
    return nothingToSay ? [] : [text];
  });
}

function sayFact(fact: NoticeFact, { language, short }: Manner): string {
  if (typeof fact !== 'object') return String(fact);
  if ('at' in fact) return sayMoment(fact.at, language, short ? shortShapes : longShapes);
  if ('timeAt' in fact) return sayMoment(fact.timeAt, language, timeShapes);
  return fact[language];
}

const longShapes = { zh: 'yyyy年M月d日（ccc）HH:mm', en: 'cccc, d MMMM yyyy, HH:mm' };
const shortShapes = { zh: 'M月d日（ccc）HH:mm', en: 'ccc d MMM, HH:mm' };
const timeShapes = { zh: 'HH:mm', en: 'HH:mm' };
const locales = { zh: 'zh-CN', en: 'en-GB' };

function sayMoment(at: string, language: Language, shapes: Record<Language, string>): string {
  return fromStoredTime(at).setZone(peopleZone).setLocale(locales[language]).toFormat(shapes[language]);
}
