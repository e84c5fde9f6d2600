import { attentionOf, barAmong, openReasonsOf } from '../bookings/index.ts';
import { isoNow } from '../clock.ts';
import {
  type AllowedAction,
  edgeRefusals,
  type Language,
  type StaffPrincipal,
  toAllowedAction,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisitors } from '../people/index.ts';
import {
  allowedActions,
  bookingDetailsOf,
  checkInOpensAt,
  loadVisit,
  visitorsLateAt,
} from '../visits/index.ts';
import { sides } from '../visits/schema.ts';
import { isAdultAt } from './check-in-visitors.ts';
import type { CheckIn, CheckInVisitor, IdentityMethod } from './schema.ts';
import { type IdentityCheck, loadChecks } from './tables.ts';
import { undertaking } from './undertaking.ts';

/** The page of a visit's check-in: who is expected, what has been checked, what is missing. */
export async function describeCheckIn(
  { db, clock }: Foundation,
  visitId: string,
  principal: StaffPrincipal,
  language: Language,
): Promise<CheckIn> {
  const visit = await loadVisit(db, visitId);
  const { state, plan } = visit;
  if (!worksWith(principal, plan.prisonId)) throw edgeRefusals.not_found();
  const booking = await bookingDetailsOf(db, plan);
  const people = await loadVisitors(
    db,
    booking.visitors.map(({ id }) => id),
  );
  const { identityChecks, undertakings } = await loadChecks(db, visitId);
  const checkOf = (id: string) => identityChecks.find((check) => check.subject_id === id);

  const visitors = booking.visitors.map(({ id, name, idNumberMasked, relationship }): CheckInVisitor => {
    const check = checkOf(id);
    const signed = undertakings.find((one) => one.visitor_id === id);
    return {
      id,
      name,
      idNumberMasked,
      relationship,
      adult: isAdultAt(people.get(id)?.born_on ?? '', plan.startsAt),
      identityCheck: check ? { ...doneBy(check), method: check.method as IdentityMethod } : null,
      undertaking: signed ? { textVersion: signed.text_version, signedAt: signed.signed_at } : null,
    };
  });
  const prisonerCheck = checkOf(booking.prisoner.id);
  // Whether the disk and the media node are sound has no part in check-in; what bars the visit is asked by itself.
  const sound = { mediaNodeSound: true, diskHasRoom: true, barred: false };
  const actions = allowedActions(principal, { ...visit, ...sound }, isoNow(clock), language);
  const reasons = state.name === 'ended' ? [] : await openReasonsOf(db, visitId);
  const bar = barAmong(reasons);
  const unlessBarred = (action: AllowedAction) =>
    action.allowed && bar ? toAllowedAction(bar, language) : action;
  return {
    visitId,
    startsAt: plan.startsAt,
    opensAt: checkInOpensAt(plan),
    visitorsUntil: visitorsLateAt(plan),
    undertaking,
    attention: attentionOf(reasons, language),
    visitors,
    prisoner: { ...booking.prisoner, identityCheck: prisonerCheck ? doneBy(prisonerCheck) : null },
    terms: booking.terms,
    keysTurned: 'keys' in state ? sides.filter((side) => state.keys[side]) : [],
    missing: [
      ...visitors.flatMap(missingOf),
      ...(prisonerCheck ? [] : [{ step: 'prisoner_identity' as const, subjectId: booking.prisoner.id }]),
    ],
    actions: {
      checkInVisitors: unlessBarred(actions.checkInVisitors),
      confirmPrisoner: unlessBarred(actions.confirmPrisoner),
      turnKeyBack: actions.turnKeyBack,
    },
  };
}

const doneBy = ({ checked_by: id, checked_by_name: name, checked_at: at }: IdentityCheck) => ({
  by: { id, name },
  at,
});

function missingOf({ id, adult, identityCheck, undertaking: signed }: CheckInVisitor): CheckIn['missing'] {
  const missing: CheckIn['missing'] = [];
  if (!identityCheck) missing.push({ step: 'visitor_identity', subjectId: id });
  if (adult && !signed) missing.push({ step: 'visitor_undertaking', subjectId: id });
  return missing;
}
