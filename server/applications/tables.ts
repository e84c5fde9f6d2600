import type { Knex } from 'knex';
import type { RelationshipCode } from '../people/schema.ts';
import type { AnswerChannel } from '../reviews/answer-schema.ts';
import type {
  ApplicationKind,
  ApplicationOrigin,
  ApplicationState,
  DocumentKind,
  MobilityNeed,
  PriorityReason,
  Residence,
  Urgency,
  VisitLanguage,
} from './schema.ts';

export type ApplicationRow = {
  id: string;
  number: string;
  kind: ApplicationKind;
  state: ApplicationState;
  origin: ApplicationOrigin;
  prison_id: string;
  prisoner_id: string;
  language: VisitLanguage;
  interpreter: string;
  mobility_needs: string;
  wishes: string;
  state_since: string;
  due_at: string | null;
  /** The officer who entered it; of what a relative entered in self-service, the visitor. */
  created_by: string | null;
  created_by_visitor_id: string | null;
  created_at: string;
  version: number;
  urgency: Urgency;
  urgency_reason: string;
  /** Codes with commas between them. */
  priority_reasons: string;
  residence: Residence;
  /** Places in a queue: 0 comes before 1. */
  /** Decided, and nobody has recorded yet that the applicant was told. */
  awaits_answer: boolean | 0 | 1;
  answered_at: string | null;
  answered_by: string | null;
  answer_channel: AnswerChannel | null;
  urgent_rank: 0 | 1;
  priority_rank: 0 | 1;
  /** Of the code with which its visitors ask about it; null until there is one. */
  query_code_hash: string | null;
};

export type ApplicationVisitorRow = {
  application_id: string;
  visitor_id: string;
  position: number;
  relationship: RelationshipCode;
  organisation: string;
  exception_reason: string;
};

export type DocumentRow = {
  id: string;
  application_id: string;
  visitor_id: string;
  kind: DocumentKind;
  media_type: string;
  file_name: string;
  bytes: number;
  sha256: string;
  uploaded_by: string | null;
  uploaded_by_visitor_id: string | null;
  uploaded_at: string;
  valid_until: string | null;
};

export const applicationsTable = (db: Knex) => db<ApplicationRow>('applications');
export const applicationVisitorsTable = (db: Knex) => db<ApplicationVisitorRow>('application_visitors');
export const documentsTable = (db: Knex) => db<DocumentRow>('application_documents');

export function mobilityNeedsOf({
  mobility_needs: needs,
}: Pick<ApplicationRow, 'mobility_needs'>): MobilityNeed[] {
  return needs === '' ? [] : (needs.split(',') as MobilityNeed[]);
}

export function priorityReasonsOf({ priority_reasons: reasons }: ApplicationRow): PriorityReason[] {
  return reasons === '' ? [] : (reasons.split(',') as PriorityReason[]);
}

/** The visitors of several applications, the applicant first. */
export async function visitorsOfApplications(
  db: Knex,
  applicationIds: readonly string[],
): Promise<ApplicationVisitorRow[]> {
  return applicationVisitorsTable(db)
    .whereIn('application_id', [...applicationIds])
    .orderBy(['application_id', 'position']);
}

/** Ids of the applications that somebody is a visitor of, the newest first. */
export async function applicationsOfVisitor(db: Knex, visitorId: string, most: number): Promise<string[]> {
  return applicationVisitorsTable(db)
    .where({ visitor_id: visitorId })
    .orderBy('application_id', 'desc')
    .limit(most)
    .pluck('application_id');
}

/** Moves an application that this transaction has locked; whoever saw it before then has a stale page. */
export async function changeState(
  trx: Knex.Transaction,
  { id, version }: ApplicationRow,
  { state, dueAt, at }: { state: ApplicationState; dueAt: string | null; at: string },
): Promise<void> {
  await applicationsTable(trx)
    .where({ id })
    .update({
      state,
      due_at: dueAt,
      state_since: at,
      awaits_answer: state === 'approved' || state === 'refused',
      version: version + 1,
    });
}

/** The applicant was told; the caller has locked the application and writes the ledger entry. */
export async function keepAnswer(
  trx: Knex.Transaction,
  { id, version }: ApplicationRow,
  { at, by, channel }: { at: string; by: string; channel: AnswerChannel },
): Promise<void> {
  await applicationsTable(trx)
    .where({ id })
    .update({
      awaits_answer: false,
      answered_at: at,
      answered_by: by,
      answer_channel: channel,
      version: version + 1,
    });
}

/** Makes pages stale that were loaded before the papers changed. */
export async function markChanged(trx: Knex.Transaction, { id, version }: ApplicationRow): Promise<void> {
  await applicationsTable(trx)
    .where({ id })
    .update({ version: version + 1 });
}

export async function prisonNames(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, { zh: string; en: string }>> {
  const rows: { id: string; name_zh: string; name_en: string }[] = await db('prisons')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name_zh', 'name_en');
  return new Map(rows.map((row) => [row.id, { zh: row.name_zh, en: row.name_en }]));
}
