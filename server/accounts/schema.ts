import { z } from 'zod';
import { type Role, roles, stationKinds } from '../edge/access.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';

export const roleTexts: Record<Role, Text> = {
  district_officer: { zh: '区矫正中心工作人员', en: 'District officer' },
  district_supervisor: { zh: '区矫正中心监督民警', en: 'District supervisor' },
  prison_officer: { zh: '监狱民警', en: 'Prison officer' },
  prison_approver: { zh: '狱政管理部门审批人', en: 'Prison approver' },
  auditor: { zh: '审计人员', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
};

export const signInBody = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
  /** To replace the password with; needed once where it is a one-time password. */
  newPassword: z
    .string()
    .max(200)
    .refine(
      (text) => text.length >= 12,
      say('新密码至少12个字符。', 'A new password has twelve characters at least.'),
    )
    .optional(),
});
export type SignInBody = z.infer<typeof signInBody>;

export const staffAccount = z
  .object({
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    prison: z.object({ id: z.string(), name: bilingual }).nullable(),
  })
  .meta({ id: 'StaffAccount' });
export type StaffAccount = z.infer<typeof staffAccount>;

/** What a device knows of itself once enrolled. */
export const ownStation = z
  .object({
    id: z.string(),
    kind: z.enum(stationKinds),
    placeId: z.string(),
    placeName: bilingual,
    /** The prison of a terminal; null for a visit room. */
    prisonName: bilingual.nullable(),
  })
  .meta({ id: 'OwnStation' });
export type OwnStation = z.infer<typeof ownStation>;

/** A place for a station, as the administrator sees it. */
export const station = ownStation
  .extend({
    state: z.enum(['not_enrolled', 'code_waiting', 'enrolled']),
    enrolledAt: z.string().nullable(),
    codeExpiresAt: z.string().nullable(),
  })
  .meta({ id: 'Station' });
export type Station = z.infer<typeof station>;

/** Eight characters without those that look alike, shown in two groups: `7KQF-M2XR`. */
export const enrolmentCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .refine(
    (text) => text.length === 8,
    say('登记码为8位，请核对。', 'An enrolment code has 8 characters; check what was entered.'),
  );

export const enrolBody = z.object({ code: enrolmentCode });
