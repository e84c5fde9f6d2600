/** A text that a person reads, in both languages of the interface. */
export type Text = { zh: string; en: string };

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Simplified Chinese unless the browser or the user asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}

/** A fact that is a text itself is said in the language of the sentence that it stands in. */
export type TextFacts = Record<string, string | number | Text>;

/** Puts facts in the `{places}` of a text. */
export function fill(text: Text, facts: TextFacts, language: Language): string {
  const said = factsIn(facts, language);
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(said[name] ?? place));
}

/** The facts as they stand in a sentence of one language. */
export function factsIn(facts: TextFacts, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact[language] : fact]),
  );
}

/** Says a check of our own in both languages: `z.string().refine(isIdNumber, say('…', '…'))`. */
export function say(zh: string, en: string): { params: { text: Text } } {
  return { params: { text: { zh, en } } };
}
