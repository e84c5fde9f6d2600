import { z } from 'zod';

const moment = z.iso.datetime({ precision: 3 });

export const ledgerQuery = z.object({
  kind: z.string().max(48).optional(),
  /** The id of a person, visit, application or other thing that entries are about. */
  subject: z.string().max(64).optional(),
  from: moment.optional(),
  to: moment.optional(),
  before: z.coerce.number().int().min(0).optional(),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

export const ledgerBook = z
  .object({
    id: z.string(),
    origin: z.string(),
    size: z.number().int(),
    vkey: z.string(),
    foundedAt: z.string(),
  })
  .meta({ id: 'LedgerBook' });
export type LedgerBookSummary = z.infer<typeof ledgerBook>;

export const ledgerEntryOnPage = z
  .object({
    format: z.string(),
    book: z.string(),
    index: z.number().int(),
    time: z.string(),
    kind: z.string(),
    actor: z.object({ kind: z.string(), id: z.string(), role: z.string().optional() }),
    subjects: z.array(z.object({ kind: z.string(), id: z.string(), commitment: z.string().optional() })),
    facts: z.record(z.string(), z.unknown()),
    rules: z.array(z.object({ key: z.string(), versionId: z.string() })).optional(),
    corrects: z.number().int().optional(),
    leafHash: z.string(),
    checkpoint: z.string(),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntryOnPage = z.infer<typeof ledgerEntryOnPage>;

export const ledgerPage = z
  .object({ entries: z.array(ledgerEntryOnPage), before: z.number().int().nullable() })
  .meta({ id: 'LedgerPage' });
export type LedgerPage = z.infer<typeof ledgerPage>;
