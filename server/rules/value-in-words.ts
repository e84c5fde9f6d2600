import type { Language, Text } from '../edge/language.ts';
import { type AnyRuleValue, type RuleUnit, ruleUnitTexts } from './codes.ts';

const yesAndNo: Record<'true' | 'false', Text> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};
const everyOne: Text = { zh: '全部', en: 'all of them' };
const between: Text = { zh: '、', en: ', ' };

/** A value as people say it: `5、1 分钟`, `是`, `近亲属、监护人`. */
export function valueInWords(
  value: AnyRuleValue,
  { unit, options }: { unit: RuleUnit; options: readonly { code: string; text: Text }[] },
): Text {
  const say = (language: Language): string => {
    if (typeof value === 'boolean') return yesAndNo[`${value}`][language];
    // A list of all that there is says less than that it is all.
    if (Array.isArray(value) && options.length > 0 && value.length === options.length)
      return everyOne[language];
    const parts = [value]
      .flat()
      .map((each) => options.find(({ code }) => code === each)?.text[language] ?? String(each));
    return [parts.join(between[language]), ruleUnitTexts[unit][language]].join(' ').trim();
  };
  return { zh: say('zh'), en: say('en') };
}
