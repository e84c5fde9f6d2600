import { z } from 'zod';
import type { Text } from './language.ts';

/** A text in both languages, in an answer whose reader chooses between them. */
export const bilingual = z.object({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>;
