import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';

/** A new place has a station from the beginning: its device is enrolled with a code later. */
export async function addStation(
  trx: Knex.Transaction,
  place: { visitRoomId: string } | { terminalId: string },
): Promise<void> {
  await trx('stations').insert({
    id: newId(),
    ...('terminalId' in place ? { terminal_id: place.terminalId } : { visit_room_id: place.visitRoomId }),
  });
}
