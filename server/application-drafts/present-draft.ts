import { z } from 'zod';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Sealing } from '../secrets/index.ts';
import type { Draft } from './schema.ts';
import { contentOf } from './sealed-draft.ts';
import type { DraftRow } from './tables.ts';

/** What tells drafts apart, as far as it has been typed. */
const typed = z.object({
  prisoner: z.object({ label: z.string() }).optional().catch(undefined),
  visitors: z
    .array(z.object({ name: z.string().optional().catch(undefined) }).nullable())
    .optional()
    .catch(undefined),
});

/** A draft for the officer who typed it. */
export function presentDraft(sealing: Sealing, row: DraftRow, days: number): Draft {
  const content = contentOf(sealing, row);
  const { prisoner, visitors = [] } = typed.parse(content.values);
  return {
    id: row.id,
    version: row.version,
    prisoner: prisoner?.label ?? '',
    visitors: visitors.flatMap((visitor) => visitor?.name || []),
    createdAt: row.created_at,
    savedAt: row.saved_at,
    expiresAt: toStoredTime(fromStoredTime(row.saved_at).plus({ days })),
    content,
  };
}
