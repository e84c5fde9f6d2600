import type { Change, Officer } from '../visits/index.ts';
import type { TurnBackReason } from './schema.ts';
import { identityChecksTable, undertakingsTable } from './tables.ts';

/** Turns back the key of the officer's own body: what was checked has to be checked again. The ledger keeps both. */
export function turnKeyBack(
  { reason }: { reason: TurnBackReason },
  { by, at }: { by: Officer; at: string },
): Change {
  return {
    async prepare(trx, { plan }) {
      await identityChecksTable(trx)
        .where({
          visit_id: plan.visitId,
          subject_kind: by.side === 'district' ? 'visitor' : 'prisoner',
        })
        .delete();
      if (by.side === 'district' && reason === 'undertaking_withdrawn') {
        await undertakingsTable(trx).where({ visit_id: plan.visitId }).delete();
      }
      return { type: 'key_turned_back', at, by, reason };
    },
  };
}
