import { inTransaction } from '../../db/connection.ts';
import { applicationRefusals, keepAnswer, openApplication, subjectsOf } from '../applications/index.ts';
import { toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { AnswerBody } from './answer-schema.ts';
import { decideAnswer } from './decide-answer.ts';
import { reviewRefusals } from './refusals.ts';

/**
 * An officer records that the applicant was told what was decided: how, and when. That a relative looked at the decision by
 * themselves is not this. @throws Refusal
 */
export async function recordAnswer(
  { db, clock, ledger, sealing }: Foundation,
  principal: StaffPrincipal,
  applicationId: string,
  { version, channel, toldAt }: AnswerBody,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const opened = await openApplication(trx, principal, applicationId, { forUpdate: true });
    const { application } = opened;
    if (application.version !== version) throw applicationRefusals.stale_page();
    const facts = { state: application.state, answered: application.answered_at !== null };
    const refusal = decideAnswer(facts, principal);
    if (refusal) throw refusal;
    const now = toStoredTime(clock.now());
    const at = toldAt ?? now;
    // A form gives minutes: who was told within the minute of the decision was told after it.
    if (at > now || at.slice(0, 16) < application.state_since.slice(0, 16)) {
      throw reviewRefusals.told_at_no_such_time();
    }
    await keepAnswer(trx, application, { at, by: principal.id, channel });
    await ledger.append(trx, {
      bookId: application.prison_id,
      kind: 'application_answered',
      actor: { kind: 'staff', id: principal.id, role: principal.role },
      subjects: subjectsOf(sealing, opened),
      facts: {
        applicationNumber: application.number,
        outcome: application.state,
        channel,
        toldAt: at,
        wasDueAt: application.due_at,
        late: application.due_at !== null && at > application.due_at,
      },
    });
  });
}
