import { fill, type Language, type Text, type TextFacts } from './language.ts';

/** What was asked is refused: nothing was changed. Carries all that an answer needs, in both languages. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: Text;
  readonly facts: TextFacts;

  constructor(code: string, status: number, text: Text, facts: TextFacts) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.text = text;
    this.facts = facts;
  }

  say(language: Language): string {
    return fill(this.text, this.facts, language);
  }
}

type RefusalTable = Record<
  string,
  Text & { status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 416 | 422 | 423 | 429 | 503 }
>;

/**
 * A capability's refusals in one table: code, HTTP status, and the text that says what to do next.
 * Gives a maker for each: `throw bookingRefusals.slot_taken({ until: '10:45' })`.
 */
export function defineRefusals<T extends RefusalTable>(
  table: T,
): { [Code in keyof T]: (facts?: TextFacts) => Refusal } {
  return Object.fromEntries(
    Object.entries(table).map(([code, { status, zh, en }]) => [
      code,
      (facts: TextFacts = {}) => new Refusal(code, status, { zh, en }, facts),
    ]),
  ) as { [Code in keyof T]: (facts?: TextFacts) => Refusal };
}
