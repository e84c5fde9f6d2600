import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { dayOf, toStoredTime } from '../clock.ts';
import type { ClaimedRelationship } from './holding.ts';
import { relationshipsTable, type VerifiedRelationshipRow } from './tables.ts';

/** On which day so many months after a moment the proofs are asked for again. */
export function revalidateOn(verifiedAt: DateTime, months: number): string {
  const day = dayOf(verifiedAt);
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export type Verification = {
  prisonerId: string;
  /** Those whose proofs were on file. */
  claims: readonly ClaimedRelationship[];
  applicationId: string;
  at: DateTime;
  months: number;
};

/** Keeps what the proofs of an approved application proved, in the transaction of the approval. */
export async function recordVerified(
  trx: Knex.Transaction,
  { prisonerId, claims, applicationId, at, months }: Verification,
): Promise<VerifiedRelationshipRow[]> {
  const rows = claims.map(
    ({ visitorId, relationship, organisation }): VerifiedRelationshipRow => ({
      id: newId(),
      visitor_id: visitorId,
      prisoner_id: prisonerId,
      relationship,
      organisation,
      verified_at: toStoredTime(at),
      verified_by_application_id: applicationId,
      revalidate_on: revalidateOn(at, months),
      ended_at: null,
      ended_by: null,
      end_reason_code: null,
      end_note: '',
    }),
  );
  if (rows.length > 0) await relationshipsTable(trx).insert(rows);
  return rows;
}
