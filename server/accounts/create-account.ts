import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { isUniqueViolation } from '../../db/dialect.ts';
import { isoNow } from '../clock.ts';
import { roles } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { hashPassword } from './password.ts';

const prisonRoles: readonly string[] = ['prison_officer', 'prison_approver'];

export const newAccount = z
  .object({
    username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'small letters, digits, dots and dashes'),
    displayName: z.string().trim().min(1).max(100),
    role: z.enum(roles),
    prisonId: z.string().max(36).nullable(),
    password: z.string().min(12, 'twelve characters at least').max(200),
  })
  .refine(({ role, prisonId }) => prisonRoles.includes(role) === (prisonId !== null), {
    path: ['prisonId'],
    message: 'prison roles, and only they, belong to a prison',
  });
export type NewAccount = z.infer<typeof newAccount>;

/** @returns false, with nothing changed, where the name is taken or the prison is none */
export async function createAccount({ db, clock }: Foundation, account: NewAccount): Promise<boolean> {
  const { username, displayName, role, prisonId, password } = account;
  if (prisonId !== null && !(await db('prisons').where({ id: prisonId }).first())) return false;
  const row = {
    id: newId(),
    username,
    display_name: displayName,
    role,
    prison_id: prisonId,
    password_hash: await hashPassword(password),
    created_at: isoNow(clock),
  };
  try {
    await db('staff').insert(row);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
