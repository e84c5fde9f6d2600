import { defineRefusals, fill, type Refusal, type Text, type TextFacts } from '../edge/index.ts';
import { type BarKind, barKinds, barKindTexts, barRuleText } from './codes.ts';

type ReasonText = { status: 422; zh: string; en: string };

/** What is said of each bar: until when, by which rule, and the next possible day. */
const barReasons = Object.fromEntries(
  barKinds.map((kind) => [
    kind,
    {
      status: 422,
      zh: `该服刑人员{until}不能会见：${barKindTexts[kind].zh}（${barRuleText.zh}）。{next}`,
      en: `The prisoner has no visits {until}: ${barKindTexts[kind].en.toLowerCase()} (${barRuleText.en}). {next}`,
    },
  ]),
) as Record<BarKind, ReasonText>;

/** Everything of custody that stands against a visit, for the tables of refusals of whoever asks. */
export const custodyReasonTexts = {
  prisoner_transferred: {
    status: 422,
    zh: '该服刑人员已调往{prison}，不在本申请的监狱。请取消预约或撤回申请，另向{prison}申请。',
    en: 'The prisoner has been moved to {prison} and is no longer in the prison of this application. Cancel or withdraw this, and apply to {prison} anew.',
  },
  prisoner_transferred_elsewhere: {
    status: 422,
    zh: '该服刑人员自 {since} 起已调往其他监所，本中心不再安排会见。请取消预约或撤回申请，告知会见人向现羁押监所申请。',
    en: 'The prisoner was transferred elsewhere on {since}, where this centre has no line. Cancel or withdraw this, and tell the visitors to apply at the place that holds the prisoner now.',
  },
  prisoner_released: {
    status: 422,
    zh: '该服刑人员自 {since} 起已释放，不再安排会见。请取消预约或撤回申请，并告知会见人。',
    en: 'The prisoner is released from {since} on, so there are no more visits. Cancel or withdraw this, and tell the visitors.',
  },
  ...barReasons,
} as const satisfies Record<string, ReasonText>;

export type CustodyReasonCode = keyof typeof custodyReasonTexts;

/** A reason in both languages, as the table of refusals says it. */
export function reasonTextOf({ code, facts }: { code: CustodyReasonCode; facts: TextFacts }): Text {
  const text = custodyReasonTexts[code];
  return { zh: fill(text, facts, 'zh'), en: fill(text, facts, 'en') };
}

const custodyReasonRefusals = defineRefusals(custodyReasonTexts);

/** A reason as the refusal of whoever asked. */
export function refusalOfCustody({ code, facts }: { code: CustodyReasonCode; facts: TextFacts }): Refusal {
  return custodyReasonRefusals[code](facts);
}
