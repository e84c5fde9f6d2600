export { countDayLists } from './desk-count.ts';
export { dayListRoutes } from './routes.ts';
