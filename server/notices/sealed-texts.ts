import type { Sealing } from '../secrets/index.ts';
import type { NoticeTexts } from './render-notice.ts';
import type { NoticeRow } from './tables.ts';

/** What was said, and the very words of its text message. */
export type KeptTexts = NoticeTexts & { message: string };

/** The notice's id is part of the purpose: sealed texts do not open in another row. */
const purpose = (noticeId: string) => `notice.texts:${noticeId}`;

export function sealTexts(sealing: Sealing, noticeId: string, texts: KeptTexts): string {
  return sealing.sealText(purpose(noticeId), JSON.stringify(texts));
}

export function textsOf(sealing: Sealing, { id, texts_sealed: sealed }: NoticeRow): KeptTexts {
  return JSON.parse(sealing.unsealText(purpose(id), sealed)) as KeptTexts;
}
