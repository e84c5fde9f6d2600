export { createAccount, newAccount } from './create-account.ts';
export { makeEnrolmentCode } from './enrol-station.ts';
export { identifyBy, stationCookies } from './identify.ts';
export { hashPassword } from './password.ts';
export { type AccountEvents, accountRoutes } from './routes.ts';
