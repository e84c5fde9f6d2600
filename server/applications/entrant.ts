import type { Knex } from 'knex';
import { edgeRefusals, type Refusal, type RelativePrincipal, type StaffPrincipal } from '../edge/index.ts';
import type { LedgerActor } from '../ledger/index.ts';
import { type OpenedApplication, openApplication } from './open-application.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationRow, DocumentRow } from './tables.ts';

/** Who enters something in a case: an officer at the counter, or one of its visitors in self-service. */
export type Entrant = StaffPrincipal | RelativePrincipal;

/** How the ledger names whoever entered something. */
export function actorOf(entrant: Entrant): LedgerActor {
  return entrant.kind === 'relative'
    ? { kind: 'visitor', id: entrant.id }
    : { kind: 'staff', id: entrant.id, role: entrant.role };
}

export function createdBy({
  kind,
  id,
}: Entrant): Pick<ApplicationRow, 'created_by' | 'created_by_visitor_id'> {
  return kind === 'relative'
    ? { created_by: null, created_by_visitor_id: id }
    : { created_by: id, created_by_visitor_id: null };
}

export function uploadedBy({
  kind,
  id,
}: Entrant): Pick<DocumentRow, 'uploaded_by' | 'uploaded_by_visitor_id'> {
  return kind === 'relative'
    ? { uploaded_by: null, uploaded_by_visitor_id: id }
    : { uploaded_by: id, uploaded_by_visitor_id: null };
}

/**
 * Opens an application for whoever may enter something in it. A relative has only those that they are a visitor of: to
 * them there are no others. @throws Refusal
 */
export async function openForEntrant(
  db: Knex,
  entrant: Entrant,
  id: string,
  { forUpdate = false } = {},
): Promise<OpenedApplication> {
  if (entrant.kind === 'staff') return openApplication(db, entrant, id, { forUpdate });
  const isVisitor = await db('application_visitors')
    .where({ application_id: id, visitor_id: entrant.id })
    .first('position');
  if (!isVisitor) throw edgeRefusals.not_found();
  return openApplication(db, { prisonId: null }, id, { forUpdate });
}

/** An application ends for all its visitors: of the family, only the applicant, who asked for it, withdraws it. */
export function refusalToWithdraw(
  entrant: Entrant,
  { visitors }: Pick<OpenedApplication, 'visitors'>,
): Refusal | undefined {
  if (entrant.kind === 'staff' || visitors[0]?.person.id === entrant.id) return undefined;
  return applicationRefusals.only_applicant_withdraws();
}
