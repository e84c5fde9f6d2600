export { countRecordsToWrite } from './desk-count.ts';
export { assistanceRoutes } from './routes.ts';
