/** The start page of each role. A capability adds a counter; the server hands them all to `deskRoutes`. */
export { countUpTo } from './count-up-to.ts';
export { type DeskCounter, type DeskQuestion, deskRoutes } from './routes.ts';
