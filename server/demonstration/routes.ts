import { z } from 'zod';
import { demonstrationAccounts, demonstrationPassword } from '../../db/demonstration/people.ts';
import { edgeRefusals, type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';

export const demonstration = z
  .object({
    password: z.string(),
    accounts: z.array(
      z.object({
        username: z.string(),
        displayName: z.string(),
        role: z.enum(roles),
        prisonId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Demonstration' });

export function demonstrationRoutes(foundation: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/demonstration',
      who: ['anyone'],
      summary: 'The accounts of a demonstration; not found on any other installation.',
      answer: demonstration,
      async handle() {
        if (!(await isDemonstration(foundation))) throw edgeRefusals.not_found();
        return { password: demonstrationPassword, accounts: demonstrationAccounts };
      },
    }),
  ];
}

export async function isDemonstration({ db }: Pick<Foundation, 'db'>): Promise<boolean> {
  return (await db('installation').where({ name: 'demonstration' }).first()) !== undefined;
}
