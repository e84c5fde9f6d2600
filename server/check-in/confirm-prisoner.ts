import { barAtTheGate } from '../bookings/index.ts';
import { edgeRefusals } from '../edge/index.ts';
import { loadPrisoner, prisonerSubject } from '../people/index.ts';
import { type Change, decideCheckIn, type Officer, refusalOf } from '../visits/index.ts';
import { checkInRefusals } from './refusals.ts';
import { identityChecksTable } from './tables.ts';

/** The prison officer has compared the person at the terminal with the file: the prison's key turns. */
export function confirmPrisoner(
  { prisonerId }: { prisonerId: string },
  { by, at }: { by: Officer; at: string },
): Change {
  return {
    async prepare(trx, { state, plan }) {
      const refused = decideCheckIn('prison', state, plan, at);
      if (refused) throw refusalOf(refused, plan);
      if (prisonerId !== plan.prisonerId) throw checkInRefusals.wrong_prisoner();
      const barred = await barAtTheGate(trx, plan.visitId);
      if (barred) throw barred;
      const prisoner = await loadPrisoner(trx, prisonerId);
      if (!prisoner) throw edgeRefusals.not_found();
      const method = 'compared_with_file';
      await identityChecksTable(trx).insert({
        visit_id: plan.visitId,
        subject_kind: 'prisoner',
        subject_id: prisonerId,
        method,
        checked_by: by.id,
        checked_at: at,
      });
      return {
        type: 'checked',
        at,
        by,
        subjects: [prisonerSubject(prisoner)],
        facts: { method },
        complete: true,
      };
    },
  };
}
