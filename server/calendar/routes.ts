import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { centreRoutes } from './centre-routes.ts';
import { closureRoutes } from './closure-routes.ts';
import { holidayRoutes } from './holiday-routes.ts';
import type { PlanHooks } from './plan.ts';
import type { LoadBookedTimes } from './present-week.ts';
import type { FindTouchedBookings } from './preview-plan.ts';
import { sessionRoutes } from './session-routes.ts';

/** What the calendar asks of the bookings, and of those who tell the families. */
export type CalendarHooks = PlanHooks & {
  findTouchedBookings: FindTouchedBookings;
  loadBookedTimes: LoadBookedTimes;
};

export function calendarRoutes(foundation: Foundation, hooks: CalendarHooks): Route[] {
  return [
    ...sessionRoutes(foundation, hooks),
    ...centreRoutes(foundation, hooks),
    ...closureRoutes(foundation, hooks),
    ...holidayRoutes(foundation, hooks),
  ];
}
