import type { DateTime } from 'luxon';
import type { OfficeDays } from '../calendar/index.ts';
import { fromStoredTime, sayMoment } from '../clock.ts';
import { type CustodyReason, refusalOfCustody } from '../custody/index.ts';
import { type DecisionKind, type Refused, refusedBy } from '../decisions/index.ts';
import type { Refusal, Text } from '../edge/index.ts';
import { relationships } from '../people/schema.ts';
import type { Rules } from '../rules/index.ts';
import { refusalOfBars, type VisitorBar } from '../suspensions/index.ts';
import { applicationRulesOf } from './application-rules.ts';
import { type ApplicationFacts, decideApplication } from './decide-application.ts';
import { dueAtIn } from './due-at.ts';
import { applicationRefusals } from './refusals.ts';
import { kindTexts, stateTexts, type Urgency, visitLanguageTexts } from './schema.ts';

export type SubmissionFacts = ApplicationFacts & {
  now: DateTime;
  urgency: Urgency;
  officeDays: OfficeDays;
  /** Of its visitors, in force now. */
  suspensions: readonly VisitorBar[];
  /** Why the prisoner has no more visits in the prison, where they are not held in it any more. */
  away?: CustodyReason | undefined;
  /** The number of an application of the same applicant for the same prisoner that is not decided yet. */
  waiting: string | undefined;
};

export type SubmissionDecision = { state: 'district_review'; dueAt: string | null } | { refused: Refusal };

/** Whether an application is accepted, and by when the district has to decide on it. */
export function decideSubmission(facts: SubmissionFacts, rules: Rules): SubmissionDecision {
  const refused =
    decideApplication(facts, applicationRulesOf(rules)) ??
    (facts.away ? refusalOfCustody(facts.away) : undefined) ??
    refusalOfBars(facts.suspensions) ??
    (facts.waiting === undefined
      ? undefined
      : applicationRefusals.already_applied({ number: facts.waiting }));
  if (refused) return { refused };
  const state = 'district_review';
  return { state, dueAt: dueAtIn(state, facts.now, rules, facts) };
}

type SubmissionAnswer = Exclude<SubmissionDecision, { refused: Refusal }> | Refused;

/** How the acceptance of an application is decided again, and said. */
export const submissionKind: DecisionKind<SubmissionFacts, SubmissionAnswer> = {
  decide(facts, rules) {
    const decision = decideSubmission(facts, rules);
    return 'refused' in decision ? refusedBy(decision.refused) : decision;
  },
  sayAsked: ({ kind, visitors, language }) => [
    {
      zh: `${kindTexts[kind].zh}，会见人 ${visitors.length} 人：${visitors.map(({ relationship }) => relationships[relationship].zh).join('、')}`,
      en: `${kindTexts[kind].en}; visitors: ${visitors.map(({ relationship }) => relationships[relationship].en).join(', ')}`,
    },
    {
      zh: `会见使用${visitLanguageTexts[language].zh}`,
      en: `Language of the visit: ${visitLanguageTexts[language].en}`,
    },
  ],
  sayAnswer: (answer) =>
    'refused' in answer ? answer.refused.text : sayNextStep(answer.state, answer.dueAt),
};

/** The state that a decision gives an application, and until when that may last. */
export function sayNextStep(state: keyof typeof stateTexts, dueAt: string | null): Text {
  const { zh, en } = stateTexts[state];
  if (dueAt === null) return { zh, en };
  const by = sayMoment(fromStoredTime(dueAt));
  return { zh: `${zh}，下一步应于 ${by} 前办理`, en: `${en}; the next step is due by ${by}` };
}
