import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { relationshipCodes } from '../people/schema.ts';

/**
 * 六必: what an assistance session should not leave out. The service list (product 13) names the requirement and not its six
 * points; these are proposed until the bureau confirms them.
 */
export const sixMustTexts = {
  ask_state_of_mind: { zh: '必问思想状况', en: 'Ask about the state of mind' },
  ask_reform_conduct: { zh: '必问改造表现', en: 'Ask about conduct and reform' },
  tell_family_situation: { zh: '必讲家庭情况', en: 'Tell how the family is' },
  explain_law_and_policy: { zh: '必讲法律政策', en: 'Explain law and policy' },
  ask_difficulties: { zh: '必问困难诉求', en: 'Ask about difficulties and requests' },
  plan_for_release: { zh: '必谈回归打算', en: 'Talk about plans after release' },
} as const satisfies Record<string, Text>;
export type SixMust = keyof typeof sixMustTexts;
export const sixMusts = Object.keys(sixMustTexts) as [SixMust, ...SixMust[]];

export const attitudeTexts = {
  cooperative: { zh: '积极配合', en: 'Cooperative' },
  ordinary: { zh: '一般', en: 'Neither for nor against' },
  resistant: { zh: '抵触', en: 'Resistant' },
  unstable: { zh: '情绪不稳', en: 'Upset or unstable' },
} as const satisfies Record<string, Text>;
export type Attitude = keyof typeof attitudeTexts;
export const attitudes = Object.keys(attitudeTexts) as [Attitude, ...Attitude[]];

export const writeRecordBody = z.strictObject({
  topics: z.string().trim().min(1).max(4000),
  sixMusts: z
    .array(z.enum(sixMusts))
    .max(sixMusts.length)
    .transform((chosen) => sixMusts.filter((code) => chosen.includes(code))),
  attitude: z.enum(attitudes),
  /** What has to follow from the session, by whom; empty for nothing. */
  followUp: z.string().trim().max(2000).default(''),
  /** The record that this one corrects; null for the first. */
  correctsId: z.string().max(36).nullable().default(null),
});
export type WriteRecordBody = z.infer<typeof writeRecordBody>;

export const assistanceRecord = z
  .object({
    id: z.string(),
    correctsId: z.string().nullable(),
    topics: z.string(),
    sixMusts: z.array(z.enum(sixMusts)),
    attitude: z.enum(attitudes),
    followUp: z.string(),
    writtenBy: z.string(),
    writtenAt: z.string(),
  })
  .meta({ id: 'AssistanceRecord' });
export type AssistanceRecord = z.infer<typeof assistanceRecord>;

export const assistanceSession = z
  .object({
    visit: z.object({ id: z.string(), number: z.string(), startsAt: z.string() }),
    application: z.object({ id: z.string(), number: z.string() }),
    prison: z.object({ id: z.string(), name: bilingual }),
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    visitors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        relationship: z.enum(relationshipCodes),
        organisation: z.string(),
      }),
    ),
    endedAt: z.string().nullable(),
    /** Null where the session never took place. */
    talkedMinutes: z.int().nullable(),
  })
  .meta({ id: 'AssistanceSession' });
export type AssistanceSession = z.infer<typeof assistanceSession>;

/** What was written about a session, the record that holds first, and what may be written now. */
export const recordsOfSession = z
  .object({
    session: assistanceSession,
    records: z.array(assistanceRecord),
    actions: z.object({ write: allowedAction, correct: allowedAction }),
  })
  .meta({ id: 'RecordsOfSession' });
export type RecordsOfSession = z.infer<typeof recordsOfSession>;

export const assistanceListQuery = z.strictObject({
  state: z.enum(['to_write', 'written']).default('to_write'),
  prisonId: z.string().max(36).optional(),
});
export const assistanceList = z
  .object({ sessions: z.array(assistanceSession), more: z.boolean() })
  .meta({ id: 'AssistanceList' });
