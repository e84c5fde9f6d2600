import { z } from 'zod';
import type { Text } from '../edge/language.ts';

/** How the applicant was told what was decided (答复). */
export const answerChannels = ['in_person', 'phone', 'sms', 'printed'] as const;
export type AnswerChannel = (typeof answerChannels)[number];
export const answerChannelTexts: Record<AnswerChannel, Text> = {
  in_person: { zh: '当面告知', en: 'In person' },
  phone: { zh: '电话告知', en: 'By telephone' },
  sms: { zh: '短信告知', en: 'By text message' },
  printed: { zh: '书面告知', en: 'In writing' },
};

export const answerBody = z.strictObject({
  version: z.int().positive(),
  channel: z.enum(answerChannels),
  /** When the applicant was told; now, unless said otherwise. */
  toldAt: z.iso.datetime().optional(),
});
export type AnswerBody = z.infer<typeof answerBody>;

export const answerGiven = z
  .object({ channel: z.enum(answerChannels), at: z.string(), by: z.string(), late: z.boolean() })
  .meta({ id: 'AnswerGiven' });
export type AnswerGiven = z.infer<typeof answerGiven>;
