import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import type { SessionFacts } from '../visits/index.ts';
import { assistanceRefusals } from './refusals.ts';
import type { WrittenRecord } from './tables.ts';

/** Those who lead or follow up the sessions of the district. */
export const writers = ['district_officer', 'district_supervisor'] as const satisfies Role[];

export type RecordFacts = {
  session: Pick<SessionFacts, 'kind' | 'endedAt' | 'talkedMs'>;
  /** The latest last. */
  records: readonly Pick<WrittenRecord, 'id' | 'writer'>[];
};

/** Why this person cannot write about the session now; undefined if they can. */
export function decideRecord(
  { session, records }: RecordFacts,
  { role }: { role: Role },
  step: { write: true } | { correct: string | undefined },
): Refusal | undefined {
  if (!writers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (session.kind !== 'assistance_session') return assistanceRefusals.no_assistance_session();
  if (session.endedAt === null) return assistanceRefusals.session_not_over();
  if (session.talkedMs === null) return assistanceRefusals.session_did_not_take_place();
  const latest = records.at(-1);
  if ('write' in step) {
    return latest && assistanceRefusals.record_written_already({ by: latest.writer });
  }
  if (latest === undefined) return assistanceRefusals.no_record_to_correct();
  return step.correct === latest.id ? undefined : assistanceRefusals.record_corrected_already();
}
