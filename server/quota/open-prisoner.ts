import type { Knex } from 'knex';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { loadPrisoner, type PrisonerRow } from '../people/index.ts';

/** A prisoner whom this member of staff may see; with `forUpdate`, whose quota nobody else changes meanwhile. @throws Refusal */
export async function openPrisoner(
  db: Knex,
  id: string,
  staff: Pick<StaffPrincipal, 'prisonId'>,
  { forUpdate = false } = {},
): Promise<PrisonerRow> {
  const prisoner = await loadPrisoner(db, id, { forUpdate });
  if (prisoner === undefined || !worksWith(staff, prisoner.prison_id)) throw edgeRefusals.not_found();
  return prisoner;
}
