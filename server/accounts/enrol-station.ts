import { inTransaction } from '../../db/connection.ts';
import { isoNow, toStoredTime } from '../clock.ts';
import { edgeRefusals } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { accountRefusals } from './refusals.ts';
import { type StationOfPlace, stationsOfPlaces } from './tables.ts';
import { hashToken, newCode, newToken } from './tokens.ts';

const codeHours = 24;

/** Makes the one-time code that the engineer types at the device; an earlier code of the place is void. */
export async function makeEnrolmentCode(
  { db, clock }: Foundation,
  placeId: string,
): Promise<{ code: string; expiresAt: string }> {
  const code = newCode();
  const expiresAt = toStoredTime(clock.now().plus({ hours: codeHours }));
  const changed = await db('stations')
    .where({ visit_room_id: placeId })
    .orWhere({ terminal_id: placeId })
    .update({ enrolment_code_hash: hashToken(code), enrolment_code_expires_at: expiresAt });
  if (changed === 0) throw edgeRefusals.not_found();
  return { code, expiresAt };
}

/**
 * Turns a code into a key of the device's own. The code is spent; a key that the place had before is void.
 * @throws Refusal code_not_valid
 */
export async function enrolStation(
  { db, clock }: Foundation,
  code: string,
): Promise<{ station: StationOfPlace; key: string }> {
  const key = newToken();
  return inTransaction(db, async (trx) => {
    const now = isoNow(clock);
    const spent = await trx('stations')
      .where({ enrolment_code_hash: hashToken(code) })
      .where('enrolment_code_expires_at', '>', now)
      .update({
        key_hash: hashToken(key),
        enrolled_at: now,
        enrolment_code_hash: null,
        enrolment_code_expires_at: null,
      });
    if (spent === 0) throw accountRefusals.code_not_valid();
    const [station] = await stationsOfPlaces(trx).where('stations.key_hash', hashToken(key));
    if (station === undefined) throw new Error('the station that was just enrolled is gone');
    return { station, key };
  });
}

/** The device's key and any waiting code are void from now on. @returns the station that lost its key */
export async function revokeStation({ db }: Foundation, placeId: string): Promise<string> {
  const [station] = await stationsOfPlaces(db)
    .where({ visit_room_id: placeId })
    .orWhere({ terminal_id: placeId });
  if (station === undefined) throw edgeRefusals.not_found();
  await db('stations').where({ id: station.id }).update({
    key_hash: null,
    enrolled_at: null,
    enrolment_code_hash: null,
    enrolment_code_expires_at: null,
  });
  return station.id;
}
