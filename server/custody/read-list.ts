import type { CsvRow } from '../csv-file.ts';
import type { Text } from '../edge/index.ts';
import {
  type Category,
  categories,
  categoryTexts,
  type Grade,
  grades,
  gradeTexts,
  personName,
} from '../people/schema.ts';
import { type EnterPrisonerBody, prisonerNumber } from './schema.ts';

const columns = ['number', 'name', 'ward', 'grade', 'category'] as const;
type Column = (typeof columns)[number];

/** What a column may be called in the first line. */
export const columnTexts: Record<Column, Text> = {
  number: { zh: '编号', en: 'number' },
  name: { zh: '姓名', en: 'name' },
  ward: { zh: '监区', en: 'ward' },
  grade: { zh: '处遇级别', en: 'grade' },
  category: { zh: '类别', en: 'category' },
};

export type Ward = { id: string; name: Text };

/** A row as the prison means it, or what is wrong with it. */
export type ListedRow = { line: number; number: string; name: string } & (
  | { prisoner: EnterPrisonerBody }
  | { wrong: Text }
);

/** The columns that the first line does not name. */
export function missingColumns([heading]: readonly CsvRow[]): Text[] {
  const places = placesOf(heading);
  return columns.filter((column) => places[column] === -1).map((column) => columnTexts[column]);
}

/** Reads the rows below the heading; nothing of the prison's records is asked yet. */
export function readList([heading, ...rows]: readonly CsvRow[], wards: readonly Ward[]): ListedRow[] {
  const places = placesOf(heading);
  const lineOf = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const cell = (column: Column) => cells[places[column]]?.trim() ?? '';
    const [number, name] = [prisonerNumber.safeParse(cell('number')), personName.safeParse(cell('name'))];
    const shown = { line, number: number.data ?? cell('number'), name: name.data ?? cell('name') };
    const wrong = (zh: string, en: string): ListedRow => ({ ...shown, wrong: { zh, en } });
    if (!number.success)
      return wrong('编号须为2至32位字母、数字或连字符', 'the number has 2 to 32 letters, digits or hyphens');
    const earlier = lineOf.get(number.data);
    if (earlier !== undefined)
      return wrong(`编号与第 ${earlier} 行重复`, `the number stands in line ${earlier} already`);
    lineOf.set(number.data, line);
    if (!name.success) return wrong('姓名有误（2至50个字）', 'this is no name: 2 to 50 letters');
    const ward = wards.find(({ id, name: words }) => isOneOf(cell('ward'), id, words));
    if (ward === undefined)
      return wrong(`本监狱没有监区“${cell('ward')}”`, `the prison has no ward “${cell('ward')}”`);
    const grade = grades.find((code) => isOneOf(cell('grade'), code, gradeTexts[code]));
    if (grade === undefined)
      return wrong(
        `没有处遇级别“${cell('grade')}”，应为${saidAs(grades, gradeTexts, 'zh')}`,
        `there is no grade “${cell('grade')}”: ${saidAs(grades, gradeTexts, 'en')}`,
      );
    const category = categories.find((code) => isOneOf(cell('category'), code, categoryTexts[code]));
    if (category === undefined)
      return wrong(
        `没有类别“${cell('category')}”，应为${saidAs(categories, categoryTexts, 'zh')}`,
        `there is no category “${cell('category')}”: ${saidAs(categories, categoryTexts, 'en')}`,
      );
    return { ...shown, prisoner: { number: number.data, name: name.data, wardId: ward.id, grade, category } };
  });
}

function placesOf(heading: CsvRow | undefined): Record<Column, number> {
  const cells = (heading?.cells ?? []).map((cell) => cell.trim());
  const placeOf = (column: Column) => cells.findIndex((cell) => isOneOf(cell, column, columnTexts[column]));
  return Object.fromEntries(columns.map((column) => [column, placeOf(column)])) as Record<Column, number>;
}

/** Written as the code or as the word of either language. */
function isOneOf(cell: string, code: string, { zh, en }: Text): boolean {
  const written = cell.toLowerCase();
  return [code, zh, en].some((word) => word.toLowerCase() === written);
}

function saidAs<C extends Grade | Category>(
  codes: readonly C[],
  texts: Record<C, Text>,
  language: keyof Text,
): string {
  return codes.map((code) => texts[code][language]).join(language === 'zh' ? '、' : ', ');
}
