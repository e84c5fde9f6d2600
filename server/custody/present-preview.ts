import type { Language } from '../edge/index.ts';
import { categoryTexts, gradeTexts } from '../people/schema.ts';
import type { Change } from './decide-import.ts';
import type { Flags } from './flag-visits.ts';
import type { Import } from './import-prisoners.ts';
import type { PlaceNames } from './places-of.ts';
import { presentFlagged } from './present-flagged.ts';
import { sayDifferences } from './present-history.ts';
import type { ChangePreview, EnterPrisonerBody, ImportPreview } from './schema.ts';
import type { CustodyStep } from './step.ts';

/** What a change would mean, for whoever is about to confirm it. */
export function presentPreview(
  { step, flags }: { step: CustodyStep; flags: Flags },
  language: Language,
): ChangePreview {
  return {
    flagged: presentFlagged(flags.flagged, language),
    cleared: presentFlagged(flags.cleared, language),
    bars: step.newBars.map((bar) => ({ kind: bar.kind, from: bar.from_day, to: bar.to_day })),
  };
}

/** What a list would mean, row by row. */
export function presentImport(
  { digest, rows, flags }: Import,
  places: PlaceNames,
  language: Language,
): ImportPreview {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return {
    digest,
    counts,
    rows: rows.map((row) => {
      const { line, outcome, number, name } = row;
      const shown = { line, outcome, number, name };
      if (row.outcome === 'wrong') return { ...shown, text: row.reason[language] };
      if (row.outcome === 'same') return { ...shown, text: '' };
      if (row.outcome === 'new') return { ...shown, text: sayNew(row.prisoner, places, language) };
      return { ...shown, text: sayChanges(row.changes, places, language) };
    }),
    flagged: presentFlagged(flags.flagged, language),
  };
}

function sayChanges(changes: readonly Change[], places: PlaceNames, language: Language): string {
  const side = (which: 'before' | 'after') =>
    Object.fromEntries(changes.map((change) => [change.column, change[which]]));
  return sayDifferences(side('before'), side('after'), { places, language })
    .map(({ what, before, after }) => `${what[language]}: ${before} → ${after}`)
    .join('; ');
}

function sayNew(
  { wardId, grade, category }: EnterPrisonerBody,
  places: PlaceNames,
  language: Language,
): string {
  const words = [places.ward(wardId).name, gradeTexts[grade], categoryTexts[category]];
  return words.map((word) => word[language]).join(' · ');
}
