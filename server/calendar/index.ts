export { addWorkingDays, nthWorkingDayAfter } from './working-days.ts';
