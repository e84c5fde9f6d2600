import type { ApplicationState } from '../applications/schema.ts';
import type { DistrictDecision, PrisonDecision } from './schema.ts';

/** All that can move an application from one state to another. */
export type FlowEvent =
  | { by: 'district'; decision: DistrictDecision }
  | { by: 'prison'; decision: PrisonDecision }
  | { by: 'applicant'; decision: 'resubmit' | 'withdraw' };

/**
 * The state after an event, or undefined where the event has no place. The one way to `approved` leads through a
 * forward by the district and ends with the prison: the district can forward or refuse, never grant.
 */
export function nextState(state: ApplicationState, event: FlowEvent): ApplicationState | undefined {
  switch (event.by) {
    case 'district':
      return state === 'district_review' ? afterDistrict[event.decision] : undefined;
    case 'prison':
      return state === 'prison_review' ? afterPrison[event.decision] : undefined;
    case 'applicant':
      return event.decision === 'resubmit' ? afterResubmission(state) : afterWithdrawal(state);
  }
}

const afterDistrict: Record<DistrictDecision, ApplicationState> = {
  forward: 'prison_review',
  refuse: 'refused',
  ask_supplement: 'district_supplement',
};

const afterPrison: Record<PrisonDecision, ApplicationState> = {
  approve: 'approved',
  refuse: 'refused',
  ask_supplement: 'prison_supplement',
};

/** Papers go back to the body that asked for them. */
function afterResubmission(state: ApplicationState): ApplicationState | undefined {
  if (state === 'district_supplement') return 'district_review';
  if (state === 'prison_supplement') return 'prison_review';
  return undefined;
}

function afterWithdrawal(state: ApplicationState): ApplicationState | undefined {
  return state === 'refused' || state === 'withdrawn' ? undefined : 'withdrawn';
}
