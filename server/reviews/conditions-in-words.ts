import { visitLanguageTexts } from '../applications/codes.ts';
import type { Text } from '../edge/language.ts';
import type { ApprovalConditions } from './conditions.ts';

/** What an approval is bound to, as the applicant reads it; nothing where it is bound to nothing. */
export function conditionsInWords({
  durationMinutes,
  language,
  interpreterRequired,
  interpreter,
  exceptionsFor,
}: ApprovalConditions): Text {
  const parts: Text[] = [];
  if (durationMinutes !== null) {
    parts.push({
      zh: `会见时长不超过${durationMinutes}分钟`,
      en: `the visit lasts at most ${durationMinutes} minutes`,
    });
  }
  if (language !== null) {
    const { zh, en } = visitLanguageTexts[language];
    parts.push({ zh: `会见使用${zh}`, en: `the language of the visit is ${en}` });
  }
  if (interpreterRequired) {
    parts.push({
      zh: interpreter === '' ? '须有翻译在场' : `须有翻译${interpreter}在场`,
      en: interpreter === '' ? 'an interpreter has to be present' : `${interpreter} has to interpret`,
    });
  }
  if (exceptionsFor.length > 0) {
    parts.push({
      zh: `特别批准${exceptionsFor.length}名会见人参加`,
      en: `visitors who come by exception: ${exceptionsFor.length}`,
    });
  }
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
