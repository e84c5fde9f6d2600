import type { Period } from '../days.ts';
import type { SuspensionDecision, SuspensionState } from './schema.ts';

export type Decided = {
  answer: { decision: SuspensionDecision; period: Period | null } | null;
  lifted: boolean;
};

/** How a suspension stands on a day. */
export function stateOn({ answer, lifted }: Decided, day: string): SuspensionState {
  if (answer === null) return 'proposed';
  if (answer.period === null) return 'declined';
  if (lifted) return 'lifted';
  if (day < answer.period.from) return 'not_begun';
  return day <= answer.period.to ? 'in_force' : 'over';
}
