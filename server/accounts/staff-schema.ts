import { z } from 'zod';
import { type Role, roles } from '../edge/access.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say } from '../edge/language.ts';

const prisonRoles: readonly Role[] = ['prison_officer', 'prison_approver'];
/** Roles of a prison, and they alone, belong to one. */
export const belongsToPrison = (role: Role) => prisonRoles.includes(role);

const who = {
  displayName: z.string().trim().min(1).max(100),
  role: z.enum(roles),
  prisonId: z.string().min(1).max(36).nullable(),
};
type Who = { role: Role; prisonId: string | null };
const hasItsPrison = ({ role, prisonId }: Who) => belongsToPrison(role) === (prisonId !== null);
const prisonNeeded = {
  ...say(
    '监狱岗位须选择所属监狱，其他岗位不属于任何监狱。',
    'A prison role belongs to a prison, and no other role does.',
  ),
  path: ['prisonId'],
};

export const createStaffBody = z
  .strictObject({
    username: z
      .string()
      .trim()
      .refine(
        (text) => /^[a-z0-9][a-z0-9._-]{1,63}$/.test(text),
        say(
          '用户名由小写字母、数字、点、下划线和连字符组成，2至64个字符。',
          'A user name is 2 to 64 small letters, digits, dots, underscores and hyphens.',
        ),
      ),
    ...who,
  })
  .refine(hasItsPrison, prisonNeeded);
export type CreateStaffBody = z.infer<typeof createStaffBody>;

export const changeStaffBody = z
  .strictObject({ version: z.int(), ...who })
  .refine(hasItsPrison, prisonNeeded);
export type ChangeStaffBody = z.infer<typeof changeStaffBody>;

export const staffVersionBody = z.strictObject({ version: z.int() });

/** A member of staff, as the administrator sees the account. */
export const staffMember = z
  .object({
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    prison: z.object({ id: z.string(), name: bilingual }).nullable(),
    createdAt: z.string(),
    disabledAt: z.string().nullable(),
    /** After too many wrong passwords. */
    lockedUntil: z.string().nullable(),
    /** The one-time password has not been replaced yet. */
    neverSignedIn: z.boolean(),
    version: z.int(),
    actions: z.object({
      change: allowedAction,
      disable: allowedAction,
      enable: allowedAction,
      resetPassword: allowedAction,
    }),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof staffMember>;

/** Shown once: nobody can see it again. */
export const oneTimePassword = z
  .object({ username: z.string(), password: z.string() })
  .meta({ id: 'OneTimePassword' });
export type OneTimePassword = z.infer<typeof oneTimePassword>;
