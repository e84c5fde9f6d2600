import { z } from 'zod';
import type { Language } from './language.ts';
import type { Refusal } from './refusal.ts';

/** Whether the person who asks may do it now, and if not, why: the reason is in the language of the request. */
export const allowedAction = z
  .discriminatedUnion('allowed', [
    z.object({ allowed: z.literal(true) }),
    z.object({ allowed: z.literal(false), code: z.string(), reason: z.string() }),
  ])
  .meta({ id: 'AllowedAction' });
export type AllowedAction = z.infer<typeof allowedAction>;

/** Says what the decision about an action came to: the very refusal that the action itself would meet. */
export function toAllowedAction(refusal: Refusal | undefined, language: Language): AllowedAction {
  if (refusal === undefined) return { allowed: true };
  return { allowed: false, code: refusal.code, reason: refusal.say(language) };
}
