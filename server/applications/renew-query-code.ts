import { inTransaction } from '../../db/connection.ts';
import { endRelativeSessionsOf, forgetWrongTries } from '../accounts/index.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { decideAction } from './decide-action.ts';
import { actorOf } from './entrant.ts';
import { loadReviewFacts, openApplication, subjectsOf } from './open-application.ts';
import { makeQueryCode } from './query-code.ts';
import type { QueryCodeReason } from './schema.ts';
import { applicationsTable } from './tables.ts';

/**
 * Makes another query code for an application. The old one is void at once, whoever came in with it is signed out, and
 * its visitors may try again. @returns the code, which is told this once @throws Refusal
 */
export async function renewQueryCode(
  { db, clock, ledger, sealing }: Foundation,
  principal: StaffPrincipal,
  applicationId: string,
  reason: QueryCodeReason,
): Promise<string> {
  const { queryCode, queryCodeHash } = makeQueryCode(sealing, applicationId);
  await inTransaction(db, async (trx) => {
    const opened = await openApplication(trx, principal, applicationId, { forUpdate: true });
    const facts = { ...(await loadReviewFacts(trx, opened, clock.now())), hasLiveBooking: false };
    const refusal = decideAction('renewQueryCode', facts, principal);
    if (refusal) throw refusal;
    const { application, visitors } = opened;
    await applicationsTable(trx).where({ id: application.id }).update({ query_code_hash: queryCodeHash });
    await endRelativeSessionsOf(trx, application.id);
    for (const { person } of visitors) await forgetWrongTries(trx, person.id_number_index);
    await ledger.append(trx, {
      bookId: application.prison_id,
      kind: 'query_code_renewed',
      actor: actorOf(principal),
      subjects: subjectsOf(sealing, opened),
      facts: { applicationNumber: application.number, reason },
    });
  });
  return queryCode;
}
