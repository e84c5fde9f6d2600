import type { Knex } from 'knex';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, RuleUsed } from '../ledger/index.ts';
import { type PrisonerRow, prisonerSubject } from '../people/index.ts';

type QuotaEntry = {
  kind:
    | 'on_site_visit_entered'
    | 'on_site_visit_corrected'
    | 'quota_exception_granted'
    | 'quota_exception_withdrawn';
  staff: StaffPrincipal;
  prisoner: PrisonerRow;
  subject: { kind: 'on_site_visit' | 'quota_exception'; id: string };
  facts: JsonObject;
  rules?: RuleUsed[];
  /** The index of the entry that this one puts right. */
  corrects?: number;
};

/** Writes in the prisoner's book what was entered or granted; never a name or free words. */
export async function recordQuota(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  { kind, staff, prisoner, subject, facts, rules, corrects }: QuotaEntry,
): Promise<void> {
  await ledger.append(trx, {
    bookId: prisoner.prison_id,
    kind,
    actor: { kind: 'staff', id: staff.id, role: staff.role },
    subjects: [subject, prisonerSubject(prisoner)],
    facts,
    ...(rules ? { rules } : {}),
    ...(corrects === undefined ? {} : { corrects }),
  });
}
