import { newCode } from '../accounts/index.ts';
import type { Sealing } from '../secrets/index.ts';

/** A code with which its visitors ask about an application. It is told once: only its keyed hash is kept. */
export function makeQueryCode(
  sealing: Sealing,
  applicationId: string,
): { queryCode: string; queryCodeHash: string } {
  const queryCode = newCode();
  return { queryCode, queryCodeHash: hashQueryCode(sealing, applicationId, queryCode) };
}

/** Keyed, since eight letters could be tried out by whoever has the database, and bound to its application. */
export function hashQueryCode(sealing: Sealing, applicationId: string, queryCode: string): string {
  return sealing.index(`application.query_code:${applicationId}`, queryCode);
}
