export { countDayLists } from './desk-count.ts';
export { openDayLists } from './open-day-lists.ts';
export { dayListRoutes } from './routes.ts';
