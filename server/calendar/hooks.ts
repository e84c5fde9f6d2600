import type { PlanHooks } from './plan.ts';
import type { LoadBookedTimes } from './present-week.ts';
import type { FindTouchedBookings } from './preview-plan.ts';

/** What the calendar asks of the bookings, and of those who tell the families. */
export type CalendarHooks = PlanHooks & {
  findTouchedBookings: FindTouchedBookings;
  loadBookedTimes: LoadBookedTimes;
};
