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
    relationships: relationshipCodes.map((code) => ({
      code,
      ...formRelationship(kind, code, rules, language),
    })),
  };
}

/** How somebody so related is taken: as any relative, with a look at the category, with a reason, or not at all. */
function formRelationship(
  kind: ApplicationKind,
  relationship: RelationshipCode,
  rules: ApplicationRules,
  language: Language,
): Pick<FormRelationship, 'taken' | 'reason'> {
  // The form says beside the field who is meant.
  const position = 1;
  const refusal = decideRelationship(kind, { relationship, exceptionAsked: true }, position, rules);
  if (refusal) return { taken: 'not', reason: refusal.say(language) };
  const asked = decideRelationship(kind, { relationship, exceptionAsked: false }, position, rules);
  if (asked) return { taken: 'by_exception', reason: asked.say(language) };
  return isBarredByCategory(relationship, rules)
    ? { taken: 'with_warning', reason: null }
    : { taken: 'yes', reason: null };
}
