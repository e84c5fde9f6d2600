import { commitToIdentity, type LedgerSubject } from '../ledger/index.ts';
import type { Sealing } from '../secrets/index.ts';
import { idNumberOf } from './sealed-visitor.ts';
import type { PrisonerRow, VisitorRow } from './tables.ts';

/** A commitment to a person's name and number of this moment, under the person's own salt. */
export function commitmentOf(person: { salt: string; name: string; idNumber: string }): string {
  const { name, idNumber } = person;
  return commitToIdentity(Buffer.from(person.salt, 'base64'), { name, idNumber });
}

/** How a ledger entry names a visitor. */
export function visitorSubject(sealing: Sealing, visitor: VisitorRow): LedgerSubject {
  const { id, salt, name } = visitor;
  const commitment = commitmentOf({ salt, name, idNumber: idNumberOf(sealing, visitor) });
  return { kind: 'visitor', id, commitment };
}

/** How a ledger entry names a prisoner: the number is the one that the prison gave. */
export function prisonerSubject({ id, salt, name, number }: PrisonerRow): LedgerSubject {
  return { kind: 'prisoner', id, commitment: commitmentOf({ salt, name, idNumber: number }) };
}
