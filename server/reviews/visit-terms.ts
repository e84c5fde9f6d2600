import type { Knex } from 'knex';
import type { VisitLanguage } from '../applications/codes.ts';
import { type ApprovalConditions, approvalConditions, noConditions, type VisitTerms } from './conditions.ts';

/** The conditions as they are kept: nothing at all where there are none. */
export function conditionsToStore(conditions: ApprovalConditions): string {
  const none = JSON.stringify(noConditions);
  const text = JSON.stringify(conditions);
  return text === none ? '' : text;
}

export function storedConditions(text: string): ApprovalConditions {
  return text === '' ? noConditions : approvalConditions.parse(JSON.parse(text));
}

type TermsRow = {
  id: string;
  language: VisitLanguage;
  interpreter: string;
  conditions: string | null;
  note: string | null;
};

/** On what terms the visit of each application takes place, by the application's id; before an approval, as applied for. */
export async function loadVisitTerms(
  db: Knex,
  applicationIds: readonly string[] | Knex.QueryBuilder,
): Promise<Map<string, VisitTerms>> {
  const rows: TermsRow[] = await db('applications')
    .leftJoin('application_decisions', (join) =>
      join
        .on('application_decisions.application_id', 'applications.id')
        .andOnVal('application_decisions.decision', 'approve'),
    )
    .whereIn('applications.id', applicationIds as string[])
    .select(
      'applications.id',
      'applications.language',
      'applications.interpreter',
      'application_decisions.conditions',
      'application_decisions.note',
    );
  return new Map(rows.map((row) => [row.id, termsOf(row)]));
}

function termsOf({ language, interpreter, conditions, note }: TermsRow): VisitTerms {
  const bound = storedConditions(conditions ?? '');
  const name = bound.interpreter || interpreter;
  return {
    language: bound.language ?? language,
    languageAppliedFor: bound.language === null ? null : language,
    interpreterRequired: bound.interpreterRequired || name !== '',
    interpreter: name,
    durationMinutes: bound.durationMinutes,
    exceptionsFor: bound.exceptionsFor,
    note: note ?? '',
  };
}

/** The same for somebody who reads names masked. */
export function termsReadBy(terms: VisitTerms, personName: (name: string) => string): VisitTerms {
  return { ...terms, interpreter: personName(terms.interpreter) };
}
