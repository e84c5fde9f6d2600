import type { MakePlan } from '../calendar/index.ts';
import { refuseUnless } from '../calendar/index.ts';
import { type Ledger, LedgerRefusal } from '../ledger/index.ts';
import { columnsOf, entryOf, prisonKeepers, refuseTakenName, unchanged } from './plan-places.ts';
import { placeRefusals } from './refusals.ts';
import type { FoundPrisonBody } from './schema.ts';

/** A prison with its ledger book, which is founded with it: no prison is ever without one. */
export function planFoundedPrison(
  ledger: Ledger,
  { id, name, bookOrigin: origin }: FoundPrisonBody,
): MakePlan {
  return async (db, { staff }) => {
    refuseUnless(prisonKeepers, staff);
    const taken =
      (await db('prisons').where({ id }).first()) ?? (await db('ledger_books').where({ id }).first());
    if (taken !== undefined) throw placeRefusals.prison_id_taken({ id });
    if (await db('ledger_books').where({ origin }).first()) throw placeRefusals.book_origin_taken({ origin });
    await refuseTakenName(db, 'prison', name, {});
    return {
      prisonId: id,
      after: unchanged,
      async write(trx) {
        await trx('prisons').insert({ id, ...columnsOf(name) });
        const actor = { kind: 'staff' as const, id: staff.id, role: staff.role };
        await ledger.foundBook(trx, { prisonId: id, origin, actor }).catch((error: unknown) => {
          const wasThere = error instanceof LedgerRefusal && error.code === 'book_behind_head_seen';
          throw wasThere ? placeRefusals.book_was_there({ id }) : error;
        });
      },
      entry: entryOf('place_added', 'prison', id, {}),
    };
  };
}
