import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';
import { idNumber, relationshipCodes } from '../people/schema.ts';

/** Why a verified relationship is no longer one. */
export const relationshipEndTexts = {
  divorce: { zh: '离婚', en: 'Divorce' },
  adoption_ended: { zh: '收养关系解除', en: 'The adoption was dissolved' },
  guardianship_ended: { zh: '监护关系终止', en: 'The guardianship ended' },
  assignment_ended: { zh: '不再代表该单位', en: 'No longer comes for the organisation' },
  visitor_died: { zh: '会见人死亡', en: 'The visitor died' },
  proof_false: { zh: '证明材料不实', en: 'The proof was false' },
  entered_wrongly: { zh: '登记有误', en: 'It was entered wrongly' },
  other: { zh: '其他（须说明）', en: 'Other (say which)' },
} as const satisfies Record<string, Text>;
export type RelationshipEndReason = keyof typeof relationshipEndTexts;
export const relationshipEndReasons = Object.keys(relationshipEndTexts) as [
  RelationshipEndReason,
  ...RelationshipEndReason[],
];

export const relationshipStandings = ['holds', 'to_be_checked', 'ended', 'superseded'] as const;
export type RelationshipStanding = (typeof relationshipStandings)[number];
export const relationshipStandingTexts: Record<RelationshipStanding, Text> = {
  holds: { zh: '有效', en: 'Holds' },
  to_be_checked: { zh: '须重新核验', en: 'To be proved again' },
  ended: { zh: '已终止', en: 'Ended' },
  superseded: { zh: '已由新的核验取代', en: 'Proved again later' },
};

export const endRelationshipBody = z
  .strictObject({
    reasonCode: z.enum(relationshipEndReasons),
    /** Kept with the relationship, never in the ledger: it may name people. */
    note: z.string().trim().max(500).default(''),
  })
  .refine(({ reasonCode, note }) => reasonCode !== 'other' || note !== '', {
    ...say('选择“其他”时须填写说明。', 'With “other”, say what the reason is.'),
    path: ['note'],
  });
export type EndRelationshipBody = z.infer<typeof endRelationshipBody>;

export const verifiedRelationship = z
  .object({
    id: z.string(),
    visitor: z.object({ id: z.string(), name: z.string() }),
    prisoner: z.object({ id: z.string(), number: z.string(), name: z.string() }),
    prison: z.object({ id: z.string(), name: bilingual }),
    relationship: z.enum(relationshipCodes),
    organisation: z.string(),
    standing: z.enum(relationshipStandings),
    verifiedAt: z.string(),
    /** The application whose papers proved it. */
    application: z.object({ id: z.string(), number: z.string() }),
    /** From this day on the proofs are asked for again. */
    revalidateOn: z.string(),
    ended: z
      .object({
        at: z.string(),
        by: z.string(),
        reasonCode: z.enum(relationshipEndReasons),
        note: z.string(),
      })
      .nullable(),
    actions: z.object({ end: allowedAction }),
  })
  .meta({ id: 'VerifiedRelationship' });
export type VerifiedRelationship = z.infer<typeof verifiedRelationship>;

export const relationshipsQuery = z.strictObject({
  prisonerId: z.string().max(36),
  visitorId: z.string().max(36).optional(),
});

export const relationshipList = z.array(verifiedRelationship);

/** What the counter asks while somebody is typed in: it answers with nothing that the officer has not got in hand. */
export const relationshipLookupBody = z.strictObject({ idNumber, prisonerId: z.string().max(36) });
export const relationshipLookup = z
  .array(
    z.object({
      relationship: z.enum(relationshipCodes),
      organisation: z.string(),
      /** Of what was verified before, only these standings are told. */
      standing: z.enum(['holds', 'to_be_checked', 'ended']),
      revalidateOn: z.string(),
    }),
  )
  .meta({ id: 'RelationshipLookup' });
export type RelationshipLookup = z.infer<typeof relationshipLookup>;
