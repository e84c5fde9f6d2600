export { addStation } from './add-station.ts';
export { createAccount, newAccount } from './create-account.ts';
export { identifyBy } from './identify.ts';
export { hashPassword } from './password.ts';
export {
  countWrongTry,
  forgetWrongTries,
  holdTries,
  queryCodeLockMinutes,
} from './query-code-tries.ts';
export {
  endRelativeSession,
  endRelativeSessionsOf,
  openRelativeSession,
  relativeIdleMinutes,
} from './relative-sessions.ts';
export { accountRoutes } from './routes.ts';
export { staffNames } from './staff-names.ts';
export { newCode } from './tokens.ts';
