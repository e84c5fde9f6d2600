import { type Clock, isoNow } from '../clock.ts';
import { edgeRefusals, Refusal, type StaffPrincipal } from '../edge/index.ts';
import type { Changed } from './change-visit.ts';
import { officerFor } from './officers.ts';
import { refusalOf, visitRefusals } from './refusals.ts';
import type { ClosingOutcome, FinishingOutcome, StopReason, WarningCode } from './schema.ts';
import type { VisitSession } from './visit-session.ts';
import type { Officer } from './visit-state.ts';

/** Who acts in which visit, and when. */
export type Acting = { session: VisitSession; by: Officer; at: string };

/** @throws Refusal not_found for those who cannot act in this visit */
export function actingIn(session: VisitSession, principal: StaffPrincipal, clock: Clock): Acting {
  const by = officerFor(principal, session.known().plan.prisonId);
  if (!by) throw edgeRefusals.not_found();
  return { session, by, at: isoNow(clock) };
}

/** What staff may do in a visit: the same for the page and for signalling. Each throws a Refusal when it is not possible. */
export const visitActs = {
  warn: ({ session, by, at }: Acting, { warning }: { warning: WarningCode }) =>
    orRefuse(session.act({ event: { type: 'warn', at, by, warning } })),

  async pause({ session, by, at }: Acting): Promise<void> {
    const paused = session.pause({ type: 'pause', at, by });
    await orRefuse(paused.catch(whereNotYetRecorded(visitRefusals.paused_not_yet_recorded)));
  },

  resume: ({ session, by, at }: Acting) => orRefuse(session.act({ event: { type: 'resume', at, by } })),

  extend: ({ session, by, at }: Acting, { note }: { note: string }) =>
    orRefuse(session.act({ event: { type: 'extend', at, by, note } })),

  async stop(
    { session, by, at }: Acting,
    { reason, note }: { reason?: StopReason | undefined; note: string },
  ): Promise<void> {
    const stopped = session.stop({ type: 'stop', at, by, reason: reason ?? null, note });
    const changed = await stopped.catch(whereNotYetRecorded(visitRefusals.stopped_not_yet_recorded));
    if (changed) refuseAsTold(changed);
  },

  finish: ({ session, by, at }: Acting, { outcome, note }: { outcome: FinishingOutcome; note: string }) =>
    orRefuse(session.act({ event: { type: 'finish', at, by, outcome, note } })),

  completeStopReason: ({ session, by, at }: Acting, { reason, note }: { reason: StopReason; note: string }) =>
    orRefuse(session.act({ event: { type: 'complete_stop_reason', at, by, reason, note } })),

  closeWithoutVisit: (
    { session, by, at }: Acting,
    { outcome, note }: { outcome: ClosingOutcome; note: string },
  ) => orRefuse(session.act({ event: { type: 'close_without_visit', at, by, outcome, note } })),
};

/** What is obeyed whatever happens, and cannot be written: whoever asked for it has to know both. */
function whereNotYetRecorded(say: () => Refusal): (error: unknown) => never {
  return (error) => {
    throw error instanceof Refusal ? error : say();
  };
}

async function orRefuse(changed: Promise<Changed>): Promise<void> {
  refuseAsTold(await changed);
}

function refuseAsTold({ refused, plan }: Pick<Changed, 'refused' | 'plan'>): void {
  if (refused) throw refusalOf(refused, plan);
}
