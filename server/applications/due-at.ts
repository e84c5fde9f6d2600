import type { DateTime } from 'luxon';
import { nthWorkingDayAfter, type OfficeDays } from '../calendar/index.ts';
import { toStoredTime } from '../clock.ts';
import type { RuleKey, Rules } from '../rules/index.ts';
import type { ApplicationState, Urgency } from './schema.ts';

/** The rule that says how long each state may last; papers that the applicant has to bring have no date. */
const rulesOfStates: Record<ApplicationState, Extract<RuleKey, `${string}_working_days`> | undefined> = {
  district_review: 'district_review_working_days',
  district_supplement: undefined,
  prison_review: 'prison_review_working_days',
  prison_supplement: undefined,
  approved: 'answer_working_days',
  refused: 'answer_working_days',
  withdrawn: undefined,
};

const officeCloses = { hour: 17 };

/** By when the next step is due in a state that is entered now: the close of office on the last working day. */
export function dueAtIn(
  state: ApplicationState,
  now: DateTime,
  rules: Rules,
  { urgency, officeDays }: { urgency: Urgency; officeDays: OfficeDays },
): string | null {
  const ordinary = rulesOfStates[state];
  // Rule 21b: the same two bodies decide, each in a shorter time.
  const key = urgency !== 'none' && state.endsWith('_review') ? 'urgent_review_working_days' : ordinary;
  if (key === undefined) return null;
  return toStoredTime(nthWorkingDayAfter(now, rules.get(key), officeDays).set(officeCloses));
}
