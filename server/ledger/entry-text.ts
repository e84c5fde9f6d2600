import canonicalize from 'canonicalize';
import { LedgerRefusal } from './ledger-refusal.ts';
import type { LedgerEntry, LedgerSubject } from './schema.ts';
import { largestEntry } from './transparency-log/tile-layout.ts';

/** The bytes of an entry: canonical JSON (RFC 8785). @throws LedgerRefusal */
export function writeEntryText(entry: LedgerEntry): string {
  const text = canonicalText(entry);
  if (text === undefined)
    throw new LedgerRefusal('entry_not_canonical', `a ${entry.kind} entry holds what JSON cannot say`);
  const bytes = Buffer.byteLength(text);
  if (bytes > largestEntry)
    throw new LedgerRefusal(
      'entry_too_large',
      `a ${entry.kind} entry of ${bytes} bytes; most is ${largestEntry}`,
    );
  return text;
}

/** @returns undefined when the text is not the canonical JSON of an entry. */
export function readEntryText(text: string): LedgerEntry | undefined {
  let parsed: LedgerEntry;
  try {
    parsed = JSON.parse(text) as LedgerEntry;
  } catch {
    return undefined;
  }
  const isEntry = Array.isArray(parsed?.subjects) && canonicalText(parsed) === text;
  return isEntry ? parsed : undefined;
}

/** Subjects as they are indexed: each once, in a fixed order. */
export function subjectKeys(subjects: readonly LedgerSubject[]): { kind: string; id: string }[] {
  const byKey = new Map(subjects.map(({ kind, id }) => [JSON.stringify([kind, id]), { kind, id }]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key) as { kind: string; id: string });
}

function canonicalText(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    // NaN, infinities, lone surrogates, circles: RFC 8785 has no text for them.
    return undefined;
  }
}
