import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { loadOfficeDays } from '../calendar/index.ts';
import { toStoredTime } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { nextState, wrongState } from '../reviews/index.ts';
import { decideAction } from './decide-action.ts';
import { dueAtIn } from './due-at.ts';
import { actorOf, type Entrant, openForEntrant, refusalToWithdraw } from './entrant.ts';
import { reviewFactsOf, rulesFor, subjectsOf } from './open-application.ts';
import { applicationRefusals } from './refusals.ts';
import { changeState } from './tables.ts';

/** Asks the bookings whether a visit on this application is still to come. */
export type HasLiveBooking = (db: Knex, applicationId: string) => Promise<boolean>;
export const noLiveBooking: HasLiveBooking = async () => false;

/** What each is called in the ledger, and to the applicant. */
const kinds = { resubmit: 'application_resubmitted', withdraw: 'application_withdrawn' } as const;

/**
 * What the applicant has a say in, entered by an officer or by a relative: papers go back to the body that asked for them, or the
 * application is withdrawn. @throws Refusal
 */
export async function changeApplication(
  foundation: Foundation,
  entrant: Entrant,
  applicationId: string,
  change: { decision: 'resubmit' | 'withdraw'; version: number; hasLiveBooking: HasLiveBooking },
): Promise<void> {
  const { db, clock, ledger, sealing } = foundation;
  const { decision, version } = change;
  await inTransaction(db, async (trx) => {
    const opened = await openForEntrant(trx, entrant, applicationId, { forUpdate: true });
    const { application } = opened;
    if (application.version !== version) throw applicationRefusals.stale_page();
    const now = clock.now();
    const hasLiveBooking = await change.hasLiveBooking(trx, applicationId);
    const rules = await rulesFor(trx, opened, now);
    const facts = { ...reviewFactsOf(opened, now, rules), hasLiveBooking };
    const refusal = decideAction(decision, facts, entrant);
    if (refusal) throw refusal;
    const notTheirs = decision === 'withdraw' ? refusalToWithdraw(entrant, opened) : undefined;
    if (notTheirs) throw notTheirs;
    const state = nextState(application.state, { by: 'applicant', decision });
    if (state === undefined) throw wrongState(application.state);

    const officeDays = await loadOfficeDays(trx, now);
    const dueAt = dueAtIn(state, now, rules, { urgency: application.urgency, officeDays });
    await changeState(trx, application, { state, dueAt, at: toStoredTime(now) });
    await addNotices(trx, foundation, {
      kind: kinds[decision],
      to: 'applicant',
      prisonId: application.prison_id,
      applicationId,
      facts: {},
    });
    await ledger.append(trx, {
      bookId: application.prison_id,
      kind: kinds[decision],
      actor: actorOf(entrant),
      subjects: subjectsOf(sealing, opened),
      facts: { applicationNumber: application.number, from: application.state, to: state, dueAt },
      rules: rules.used(),
    });
  });
}
