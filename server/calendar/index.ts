export { dayOfCalendar, isHoliday } from './day-of-calendar.ts';
export { findSlot, type NoSlot } from './find-slot.ts';
export { calendarRoutes } from './routes.ts';
export { datesOf, type SlotTime, slotsOf } from './slots-of.ts';
export { loadVisitDays } from './tables.ts';
export { nthWorkingDayAfter } from './working-days.ts';
