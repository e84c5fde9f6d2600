import type { Sealing } from '../secrets/index.ts';
import type { VisitorRow } from './tables.ts';

/** Under which purpose each is sealed. The visitor's id is part of it: a sealed value does not open in another row. */
const idNumberPurpose = (visitorId: string) => `visitor.id_number:${visitorId}`;
const phonePurpose = (visitorId: string) => `visitor.phone:${visitorId}`;

export function sealIdNumber(sealing: Sealing, visitorId: string, idNumber: string): string {
  return sealing.sealText(idNumberPurpose(visitorId), idNumber);
}

export function sealPhone(sealing: Sealing, visitorId: string, phone: string): string {
  return sealing.sealText(phonePurpose(visitorId), phone);
}

/** The identity number in the clear. Whoever shows it to a person writes a ledger line. */
export function idNumberOf(sealing: Sealing, visitor: VisitorRow): string {
  return sealing.unsealText(idNumberPurpose(visitor.id), visitor.id_number_sealed);
}

/** The telephone number in the clear; as above. */
export function phoneOf(sealing: Sealing, visitor: VisitorRow): string {
  return sealing.unsealText(phonePurpose(visitor.id), visitor.phone_sealed);
}

/** Finds the person with this number again, without a readable number in the database. */
export function idNumberIndex(sealing: Sealing, idNumber: string): string {
  return sealing.index('visitor.id_number', idNumber);
}
