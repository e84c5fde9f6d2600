import { z } from 'zod';
import { bilingual } from '../edge/bilingual.ts';
import { officeContactBody } from '../notices/schema.ts';
import { relationshipCodes } from '../people/schema.ts';
import { visitTerms } from '../reviews/conditions.ts';
import { applicationKinds, documentKinds, urgencies } from './codes.ts';

/** What happens with an application, one after the other; the first two are the bodies that decide. */
export const receiptSteps = ['district_review', 'prison_review', 'answer', 'appointment', 'visit'] as const;
export type ReceiptStep = (typeof receiptSteps)[number];

/** What the family takes home, in both languages: whoever prints it chooses for the reader, not for themselves. */
export const receipt = z
  .object({
    applicationId: z.string(),
    number: z.string(),
    kind: z.enum(applicationKinds),
    urgency: z.enum(urgencies),
    createdAt: z.string(),
    /** The officer who received it; in self-service, the visitor who entered it. */
    receivedBy: z.string(),
    selfService: z.boolean(),
    prison: bilingual,
    prisoner: z.object({ name: z.string(), number: z.string() }),
    visitors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        relationship: z.enum(relationshipCodes),
        documents: z.array(z.enum(documentKinds)),
        missing: z.array(bilingual),
      }),
    ),
    /** How far it has come, and by when each step that is still to come is done at the latest. */
    steps: z.array(
      z.object({
        step: z.enum(receiptSteps),
        standing: z.enum(['done', 'now', 'next']),
        latestAt: z.string().nullable(),
      }),
    ),
    /** On what terms the prison has approved it; null until then. */
    terms: visitTerms.nullable(),
    /** There is a code with which the family can ask; the code itself is told once. */
    hasQueryCode: z.boolean(),
    /** Where to ask; null until the office has said. */
    contact: officeContactBody.nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receipt>;
