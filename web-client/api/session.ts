import { z } from 'zod';
import { type SignInBody, type StaffAccount, staffAccount } from '../../server/accounts/schema.ts';
import { roles } from '../../server/edge/access.ts';
import { ProblemError } from './problem.ts';
import { get, post, tell } from './request.ts';

/** The signed-in member of staff, or null. */
export async function readSession(): Promise<StaffAccount | null> {
  try {
    return await get('/api/session', staffAccount);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

export const signIn = (credentials: SignInBody) => post('/api/session', credentials, staffAccount);

export const signOut = () => tell('DELETE', '/api/session');

const demonstration = z.object({
  password: z.string().optional(),
  accounts: z.array(
    z.object({ username: z.string(), password: z.string().optional(), role: z.enum(roles).optional() }),
  ),
});
export type Demonstration = z.infer<typeof demonstration>;

/** The accounts of a demonstration; null on a real installation, which has no such route. */
export async function readDemonstration(): Promise<Demonstration | null> {
  try {
    return await get('/api/demonstration', demonstration);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
