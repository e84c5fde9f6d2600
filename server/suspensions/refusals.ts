import { firstDayFree } from '../days.ts';
import { defineRefusals, type Refusal } from '../edge/index.ts';
import type { VisitorBar } from './active-suspensions.ts';
import { ruleText } from './schema.ts';

export const suspensionRefusals = defineRefusals({
  visitor_suspended: {
    status: 422,
    zh: `{visitors}正被暂停会见，至 {to} 止（含当日）（${ruleText.zh}）。{next} 起可以会见，请届时办理；此前可由其他会见人申请，或请作出决定的监狱提前解除。`,
    en: `{visitors} may not visit until {to}, that day included (${ruleText.en}). Visits are possible from {next}: come back then, apply with other visitors, or ask the prison that decided to lift it earlier.`,
  },
  visit_not_over: {
    status: 409,
    zh: '会见尚未结束，结束后方可提请暂停会见。',
    en: 'The visit has not ended. A suspension can be proposed after its end.',
  },
  stop_reason_first: {
    status: 409,
    zh: '中止原因尚未填写，请先补填，再提请暂停会见。',
    en: 'Nobody has said yet why the visit was stopped. Give the reason first, then propose the suspension.',
  },
  no_violation_recorded: {
    status: 409,
    zh: '本次会见既未被中止，也没有警告记录，不能据此提请暂停会见。',
    en: 'The visit was neither stopped nor is a warning on record, so no suspension can follow from it.',
  },
  not_of_this_visit: {
    status: 422,
    zh: '所选人员不是本次会见的会见人。',
    en: 'This person is not among the visitors of this visit.',
  },
  already_proposed: {
    status: 409,
    zh: '就本次会见已对{visitor}提请或批准暂停会见（{number}），不能重复提请。',
    en: 'A suspension of {visitor} for this visit has been proposed or approved already ({number}).',
  },
  months_not_allowed: {
    status: 422,
    zh: '按现行规则，暂停会见须为 {least} 至 {most} 个月（规则第15项）。请改正月数。',
    en: 'By the rule in force a suspension is for {least} to {most} months (rule 15). Put the months right.',
  },
  four_eyes: {
    status: 403,
    zh: '本件由您提请，须由监狱另一名审批人决定。',
    en: 'You proposed this; another approver of the prison has to decide.',
  },
  already_decided: {
    status: 409,
    zh: '本件已有决定，不再更改。如需更正，请提前解除或重新提请。',
    en: 'This has been decided and is not changed any more. To correct it, lift it or have a new one proposed.',
  },
  begins_in_the_past: {
    status: 422,
    zh: '开始日期不能早于今天（{today}）。',
    en: 'The first day is today ({today}) or later.',
  },
  nothing_to_lift: {
    status: 409,
    zh: '没有正在生效或将要生效的暂停，无可解除。',
    en: 'There is no suspension in force or to come that could be lifted.',
  },
});

/** Who is barred, until when, and from when on all of them may visit. */
export function factsOfBars(bars: readonly VisitorBar[]): { visitors: string; to: string; next: string } {
  const to =
    bars
      .map((bar) => bar.to)
      .sort()
      .at(-1) ?? '';
  return {
    visitors: [...new Set(bars.map(({ visitorName }) => visitorName))].join(' / '),
    to,
    next: firstDayFree(bars, to),
  };
}

/** Why nothing can be done now for these visitors; undefined if no bar holds. */
export function refusalOfBars(bars: readonly VisitorBar[]): Refusal | undefined {
  return bars.length === 0 ? undefined : suspensionRefusals.visitor_suspended(factsOfBars(bars));
}
