import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { waitingListRefusals } from './refusals.ts';
import type { WaitingState } from './schema.ts';

/** Who speaks for the family here; the routes are declared with these, too. */
export const keepersOfTheList = ['district_officer'] as const satisfies Role[];

type Asker = { role: Role };
const keeps = ({ role }: Asker) => keepersOfTheList.some((keeper) => keeper === role);

/** Why this person cannot answer an offer for the family now; undefined if they can. */
export function whyNotAnswer({ state }: { state: WaitingState }, asker: Asker): Refusal | undefined {
  if (!keeps(asker)) return edgeRefusals.not_permitted();
  return state === 'offered' ? undefined : waitingListRefusals.no_offer();
}

/** Why this person cannot take the family off the list now; undefined if they can. */
export function whyNotLeave({ state }: { state: WaitingState }, asker: Asker): Refusal | undefined {
  if (!keeps(asker)) return edgeRefusals.not_permitted();
  if (state === 'offered') return waitingListRefusals.answer_first();
  return state === 'waiting' ? undefined : waitingListRefusals.not_waiting();
}
