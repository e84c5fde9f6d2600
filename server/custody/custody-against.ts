import { covers, firstDayFree } from '../days.ts';
import type { Text, TextFacts } from '../edge/index.ts';
import type { Custody, CustodyBar } from './custody-of.ts';
import type { CustodyReasonCode } from './reason-texts.ts';

export type CustodyReason = { code: CustodyReasonCode; facts: TextFacts };

/** Why a prisoner cannot have a visit of a prison on a day; undefined if nothing of custody stands against it. */
export function custodyAgainst(
  custody: Custody,
  { prisonId, day }: { prisonId: string; day: string },
): CustodyReason | undefined {
  return awayOn(custody, { prisonId, day }) ?? barOn(custody, day);
}

/** The prisoner is no longer in that prison on that day: no other day helps. */
export function awayOn(
  { prisonId: heldIn, prisonName, state, since }: Custody,
  { prisonId, day }: { prisonId: string; day: string },
): CustodyReason | undefined {
  if (state !== 'held' && since !== null && since <= day) {
    const code = state === 'released' ? 'prisoner_released' : 'prisoner_transferred_elsewhere';
    return { code, facts: { since } };
  }
  return heldIn === prisonId ? undefined : { code: 'prisoner_transferred', facts: { prison: prisonName } };
}

/** The bar that holds on a day; of several, the one that lasts longest. */
export function barOn(custody: Custody, day: string): CustodyReason | undefined {
  const [longest] = custody.bars
    .filter((bar) => covers(bar, day))
    .sort((one, other) => (lastOf(one) < lastOf(other) ? 1 : -1));
  if (longest === undefined) return undefined;
  const next = firstDayFree(custody.bars, day);
  const leftBefore = next !== null && custody.since !== null && custody.since <= next;
  return {
    code: longest.kind,
    facts: { until: sayUntil(longest), next: next === null || leftBefore ? noNextDay : sayNext(next) },
  };
}

const lastOf = ({ to }: CustodyBar) => to ?? '9999-12-31';

/** Until when a bar holds, as it stands in a sentence. */
export function sayUntil({ to }: Pick<CustodyBar, 'to'>): Text {
  return to === null
    ? { zh: '至监狱解除为止', en: 'until the prison ends it' }
    : { zh: `至 ${to}（含当日）`, en: `until ${to}, that day included` };
}

const noNextDay: Text = {
  zh: '恢复会见的日期由监狱另行确定。',
  en: 'The prison says when visits are possible again.',
};

const sayNext = (next: string): Text => ({
  zh: `最早可约 ${next}。`,
  en: `The first possible day is ${next}.`,
});
