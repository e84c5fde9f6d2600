import type { Language, Text } from '../edge/index.ts';
import { categoryTexts, gradeTexts } from '../people/schema.ts';
import { barEndReasonTexts, barKindTexts, custodyStateTexts } from './codes.ts';
import { sayUntil } from './custody-against.ts';
import type { PlaceNames } from './places-of.ts';
import type { PrisonerFile } from './schema.ts';
import type { HistoryLine, PrisonerUpdate } from './step.ts';
import type { PrisonerChangeRow } from './tables.ts';

type Facts = Pick<HistoryLine, 'before' | 'after' | 'bar'>;
type Column = keyof PrisonerUpdate;

const columnTexts: Record<Column, Text> = {
  prison_id: { zh: '监狱', en: 'Prison' },
  ward_id: { zh: '监区', en: 'Ward' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '姓名', en: 'Name' },
  grade: { zh: '处遇级别', en: 'Treatment grade' },
  category: { zh: '类别', en: 'Category' },
  custody_state: { zh: '状态', en: 'State' },
  custody_since: { zh: '自', en: 'From' },
};

/** A line of the history in words; what was before the first entry is nothing. */
export function presentChange(
  row: PrisonerChangeRow,
  { places, by, language }: { places: PlaceNames; by: string; language: Language },
): PrisonerFile['history'][number] {
  const { before = {}, after = {}, bar }: Facts = JSON.parse(row.facts);
  const changed = sayDifferences(before, after, { places, language });
  const ofBar = bar && {
    what: barKindTexts[bar.kind],
    before: bar.ended ? sayDays(bar, language) : '',
    after: bar.ended ? barEndReasonTexts[bar.ended.reason][language] : sayDays(bar, language),
  };
  return {
    kind: row.kind,
    day: row.day,
    changed: [...changed, ...(ofBar ? [ofBar] : [])],
    note: row.note,
    by,
    at: row.changed_at,
  };
}

/** What was and what is, in words. */
export function sayDifferences(
  before: PrisonerUpdate,
  after: PrisonerUpdate,
  { places, language }: { places: PlaceNames; language: Language },
): PrisonerFile['history'][number]['changed'] {
  return (Object.keys(after) as Column[]).map((column) => ({
    what: columnTexts[column],
    before: sayValue(column, before, places)[language],
    after: sayValue(column, after, places)[language],
  }));
}

function sayDays(bar: { from: string; to: string | null }, language: Language): string {
  return `${bar.from} · ${sayUntil(bar)[language]}`;
}

function sayValue(column: Column, facts: PrisonerUpdate, places: PlaceNames): Text {
  const value = facts[column];
  if (value === undefined || value === null) return { zh: '', en: '' };
  if (column === 'prison_id') return places.prison(value).name;
  if (column === 'ward_id') return places.ward(value).name;
  const texts = codedColumns[column];
  return texts?.[value] ?? { zh: value, en: value };
}

const codedColumns: Partial<Record<Column, Record<string, Text>>> = {
  grade: gradeTexts,
  category: categoryTexts,
  custody_state: custodyStateTexts,
};
