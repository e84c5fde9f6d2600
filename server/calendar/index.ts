export type { CalendarOfPrison, Closure, Session } from './calendar-of-prison.ts';
export { dayOfCalendar } from './day-of-calendar.ts';
export { findSlot, type NoSlot } from './find-slot.ts';
export { holdCalendar } from './hold-calendar.ts';
export { loadCalendar } from './load-calendar.ts';
export { loadOfficeDays, noOfficeDays, type OfficeDays } from './office-days.ts';
export {
  calendarBetween,
  centreHoursOn,
  closuresOfAll,
  closuresOfPlace,
  isInCentreHours,
  nextOpening,
  type PlaceWanted,
} from './openings.ts';
export { carryOut, type MakePlan, type PlanHooks, refuseUnless } from './plan.ts';
export type { BookedTime } from './present-week.ts';
export {
  type CalendarQuestion,
  type FindTouchedBookings,
  previewPlan,
  type TouchedBooking,
} from './preview-plan.ts';
export { calendarRoutes } from './routes.ts';
export {
  datesOf,
  isForWard,
  momentOf,
  type SessionSlot,
  type SlotGrid,
  type SlotTime,
  slotsOf,
} from './slots-of.ts';
export { nthWorkingDayAfter, workingDayBefore } from './working-days.ts';
export { mostWorkingDays, workingDaysBetween } from './working-days-between.ts';
