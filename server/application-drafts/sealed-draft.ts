import type { Sealing } from '../secrets/index.ts';
import { type DraftContent, draftContent } from './schema.ts';
import type { DraftRow } from './tables.ts';

/** Bound to its row: what was sealed for one draft does not open in another. */
const purposeOf = (id: string) => `application-draft:${id}`;

export function sealContent(sealing: Sealing, id: string, content: DraftContent): string {
  return sealing.sealText(purposeOf(id), JSON.stringify(content));
}

export function contentOf(sealing: Sealing, row: Pick<DraftRow, 'id' | 'content_sealed'>): DraftContent {
  return draftContent.parse(JSON.parse(sealing.unsealText(purposeOf(row.id), row.content_sealed)));
}
