import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { type Language, type Refusal, toAllowedAction } from '../edge/index.ts';
import { loadPrisoner } from '../people/index.ts';
import { type RelationshipCode, relationshipCodes } from '../people/schema.ts';
import { reviewRefusals } from '../reviews/index.ts';
import { loadRules } from '../rules/index.ts';
import { type ApplicationRules, applicationRulesOf } from './application-rules.ts';
import { decideRelationship, isBarredByCategory } from './decide-relationship.ts';
import type { FormRelationship, FormRules, FormRulesQuery } from './form-schema.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationKind } from './schema.ts';

/** What a form for this prisoner has to know of the rules, so that nothing is typed for nothing. @throws Refusal */
export async function loadFormRules(
  db: Knex,
  { prisonerId, kind }: FormRulesQuery,
  now: DateTime,
  language: Language,
): Promise<FormRules> {
  const prisoner = await loadPrisoner(db, prisonerId);
  if (prisoner === undefined) throw applicationRefusals.prisoner_not_known();
  const { prison_id: prisonId, grade, category } = prisoner;
  const rules = applicationRulesOf(await loadRules(db, { at: now, prisonId, grade, category }));
  const foreign: Refusal | undefined =
    category === 'foreign_national' ? reviewRefusals.foreign_national_separate_rule() : undefined;
  return {
    apply: toAllowedAction(foreign, language),
    maxVisitors: rules.maxVisitors,
    countedFromAge: rules.countedFromAge,
    residenceRequired: kind === 'family_visit' && rules.residenceRequired,
    languages: [...rules.allowedLanguages],
    relationships: relationshipCodes.map((code) => ({ code, taken: howTaken(kind, code, rules) })),
  };
}

function howTaken(
  kind: ApplicationKind,
  relationship: RelationshipCode,
  rules: ApplicationRules,
): FormRelationship['taken'] {
  const refusalIf = (exceptionAsked: boolean) =>
    decideRelationship(kind, { relationship, exceptionAsked }, 1, rules);
  if (refusalIf(true)) return 'not';
  if (refusalIf(false)) return 'by_exception';
  return isBarredByCategory(relationship, rules) ? 'with_warning' : 'yes';
}
