export { createAccount, newAccount } from './create-account.ts';
export { identifyBy } from './identify.ts';
export { hashPassword } from './password.ts';
export { accountRoutes } from './routes.ts';
