/** A text that a person reads, in both languages of the interface. */
export type Text = { zh: string; en: string };

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Simplified Chinese unless the browser or the user asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}

export type TextFacts = Record<string, string | number>;

/** Puts facts in the `{places}` of a text. */
export function fill(text: string, facts: TextFacts): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}

/** Says a check of our own in both languages: `z.string().refine(isIdNumber, say('…', '…'))`. */
export function say(zh: string, en: string): { params: { text: Text } } {
  return { params: { text: { zh, en } } };
}
