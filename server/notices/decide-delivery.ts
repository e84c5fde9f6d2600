import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import type { DeliveryState } from './codes.ts';
import { noticeRefusals } from './refusals.ts';

/** Who hands notices over, tells visitors and sees to text messages. */
export const deliverers = ['district_officer', 'district_supervisor'] as const satisfies Role[];
/** Whoever works on the case reads the words, which name people. */
const readersOfTexts: readonly Role[] = ['district_officer', 'district_supervisor', 'prison_approver'];

export const mayReadTexts = (role: Role) => readersOfTexts.includes(role);

/** Why this person cannot hand a notice over or tell its visitor; undefined if they can. */
export function whyNotDeliver(role: Role): Refusal | undefined {
  return deliverers.some((allowed) => allowed === role) ? undefined : edgeRefusals.not_permitted();
}

/** Why a notice cannot be texted again now; undefined if it can. */
export function whyNotTextAgain(
  role: Role,
  { state, mobile }: { state: DeliveryState | undefined; mobile: boolean },
): Refusal | undefined {
  if (role !== 'district_officer') return edgeRefusals.not_permitted();
  if (state !== 'failed') return noticeRefusals.text_not_failed();
  return mobile ? undefined : noticeRefusals.no_mobile_number();
}

/** Text messages reach mobile numbers alone. */
export const isMobile = (phone: string) => /^1\d{10}$/.test(phone);
