export { countDayListAlerts, dayListAlerts } from './day-list-alerts.ts';
export { dayListRoutes } from './routes.ts';
