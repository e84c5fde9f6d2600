import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { centreRoutes } from './centre-routes.ts';
import { closureRoutes } from './closure-routes.ts';
import { holidayRoutes } from './holiday-routes.ts';
import type { CalendarHooks } from './hooks.ts';
import { sessionRoutes } from './session-routes.ts';

export function calendarRoutes(foundation: Foundation, hooks: CalendarHooks): Route[] {
  return [
    ...sessionRoutes(foundation, hooks),
    ...centreRoutes(foundation, hooks),
    ...closureRoutes(foundation, hooks),
    ...holidayRoutes(foundation, hooks),
  ];
}
