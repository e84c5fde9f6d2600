import type { Language, Text } from '../edge/index.ts';
import {
  type Body,
  type Decision,
  districtRefusalTexts,
  prisonRefusalTexts,
  type ReasonCode,
  type ReviewDecision,
  supplementTexts,
} from './schema.ts';
import { type DecisionRow, rulesUsedIn } from './tables.ts';
import { storedConditions } from './visit-terms.ts';

/** A decision for a screen; the reason in words for the applicant. */
export function presentDecision(row: DecisionRow, decidedBy: string, language: Language): ReviewDecision {
  const reason = reasonText({ body: row.body, decision: row.decision, reasonCode: row.reason_code });
  return {
    id: row.id,
    body: row.body,
    decision: row.decision,
    reasonCode: row.reason_code,
    reason: reason?.[language] ?? null,
    note: row.note,
    conditions: row.conditions === '' ? null : storedConditions(row.conditions),
    decidedBy,
    decidedAt: row.decided_at,
    wasDueAt: row.was_due_at,
    late: row.was_due_at !== null && row.decided_at > row.was_due_at,
    rulesUsed: rulesUsedIn(row),
  };
}

const refusalTexts: Record<Body, Partial<Record<ReasonCode, Text>>> = {
  district: districtRefusalTexts,
  prison: prisonRefusalTexts,
};

/** The reason of a decision in words for the applicant. */
export function reasonText({
  body,
  decision,
  reasonCode,
}: {
  body: Body;
  decision: Decision;
  reasonCode: ReasonCode | null;
}): Text | undefined {
  if (reasonCode === null) return undefined;
  const texts: Partial<Record<ReasonCode, Text>> =
    decision === 'ask_supplement' ? supplementTexts : refusalTexts[body];
  return texts[reasonCode];
}
