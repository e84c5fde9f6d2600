import type { Refusal, Text } from '../edge/index.ts';

/** A refusal as an answer that can be kept and compared: by its code, however it is said. */
export type Refused = { refused: { code: string; text: Text } };

export const refusedBy = (refusal: Refusal): Refused => ({
  refused: { code: refusal.code, text: { zh: refusal.say('zh'), en: refusal.say('en') } },
});
