import type { CalendarChange } from './change-schema.ts';
import type { MakePlan } from './plan.ts';
import { planArrangement } from './plan-arrangement.ts';
import { planAddedCentreHours, planChangedCentreHours, planEndedCentreHours } from './plan-centre-hours.ts';
import { planClosure } from './plan-closures.ts';
import { planChangedSession, planEndedSession } from './plan-sessions.ts';

/** The plan of a change that somebody thinks of: the same that would be carried out. */
export function planOf(change: CalendarChange): MakePlan {
  switch (change.change) {
    case 'end_session':
      return planEndedSession(change);
    case 'change_session':
      return planChangedSession(change);
    case 'add_centre_hours':
      return planAddedCentreHours(change);
    case 'end_centre_hours':
      return planEndedCentreHours(change);
    case 'change_centre_hours':
      return planChangedCentreHours(change);
    case 'close':
      return planClosure(change);
    case 'enter_holidays':
      return planArrangement(change);
  }
}
