export {
  type Caller,
  type Presented,
  type RelativePrincipal,
  type Role,
  roles,
  type StaffPrincipal,
  type StationPrincipal,
  worksWith,
} from './access.ts';
export { type AllowedAction, toAllowedAction } from './allowed-action.ts';
export { cookieNames } from './cookie-names.ts';
export { edgeRefusals } from './edge-refusals.ts';
export { fill, type Language, say, type Text, type TextFacts } from './language.ts';
export { openApiOf } from './openapi.ts';
export { comesFromOwnPage } from './origin.ts';
export { answerProblem, problemOf, unexpectedProblem } from './problem.ts';
export { defineRefusals, Refusal } from './refusal.ts';
export { type BytesAnswer, type FileAnswer, type Route, route, type UploadedFile } from './route.ts';
export { type Identify, serveRoutes } from './serve-routes.ts';
