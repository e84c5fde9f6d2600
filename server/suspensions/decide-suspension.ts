import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import type { StopReason } from '../visits/codes.ts';
import { suspensionRefusals } from './refusals.ts';
import type { SuspensionActionName } from './schema.ts';
import { stateOn } from './suspension-time.ts';
import type { SuspensionRecord } from './tables.ts';

export const proposers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
] as const satisfies Role[];
export const deciders = ['prison_approver'] as const satisfies Role[];

/** What a suspension depends on of the visit that it follows from. */
export type VisitFacts = {
  id: string;
  number: string;
  prisonId: string;
  startsAt: string;
  visitors: { id: string; name: string }[];
  ended: boolean;
  stopped: boolean;
  stopReason: StopReason | null;
  /** A warning is on record. */
  warned: boolean;
};

type Person = { id: string; role: Role };

/** Why this person cannot propose a suspension after this visit; undefined if they can. */
export function whyNotPropose(visit: VisitFacts, { role }: Person): Refusal | undefined {
  if (!proposers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (!visit.ended) return suspensionRefusals.visit_not_over();
  if (visit.stopReason !== null || visit.warned) return undefined;
  return visit.stopped ? suspensionRefusals.stop_reason_first() : suspensionRefusals.no_violation_recorded();
}

/** One suspension a visitor and visit; only what was declined or lifted can be proposed anew. */
export function whyNotAgain(
  visitor: { id: string; name: string },
  ofVisit: readonly SuspensionRecord[],
): Refusal | undefined {
  const standing = ofVisit.find(
    ({ visitor_id: id, answer, lift }) =>
      id === visitor.id && lift === null && answer?.decision !== 'declined',
  );
  if (standing === undefined) return undefined;
  return suspensionRefusals.already_proposed({ visitor: visitor.name, number: standing.number });
}

/** Why this person cannot decide this on this day; undefined if they can. */
export function whyNotDecide(
  action: SuspensionActionName,
  suspension: SuspensionRecord,
  { person: { id, role }, today }: { person: Person; today: string },
): Refusal | undefined {
  if (!deciders.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (action === 'lift') {
    const state = stateOn(decidedOf(suspension), today);
    return state === 'in_force' || state === 'not_begun' ? undefined : suspensionRefusals.nothing_to_lift();
  }
  if (suspension.answer !== null) return suspensionRefusals.already_decided();
  return suspension.proposed_by === id ? suspensionRefusals.four_eyes() : undefined;
}

/** What the state of a suspension follows from. */
export function decidedOf({ answer, lift }: SuspensionRecord) {
  const { from_day: from = null, to_day: to = null } = answer ?? {};
  return {
    answer: answer && {
      decision: answer.decision,
      period: from === null || to === null ? null : { from, to },
    },
    lifted: lift !== null,
  };
}
