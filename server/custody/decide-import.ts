import type { Text } from '../edge/index.ts';
import type { PrisonerRow } from '../people/index.ts';
import { isHeldOn } from './decide-step.ts';
import type { ListedRow } from './read-list.ts';
import type { EnterPrisonerBody } from './schema.ts';

/** What a row of the list comes to against the records. */
export type ImportRow = { line: number; number: string; name: string } & (
  | { outcome: 'new'; prisoner: EnterPrisonerBody }
  | { outcome: 'changed'; prisoner: EnterPrisonerBody; known: PrisonerRow; changes: Change[] }
  | { outcome: 'same' }
  | { outcome: 'wrong'; reason: Text }
);

type Column = 'name' | 'ward_id' | 'grade' | 'category';
export type Change = { column: Column; before: string; after: string };

export type ImportKnown = {
  /** Everybody of the prison. */
  prisoners: readonly PrisonerRow[];
  /** Numbers with names of those whom another prison holds. */
  heldElsewhere: ReadonlySet<string>;
  today: string;
};

/** Somebody's number and name, to be found in a set. */
export const personKey = ({ number, name }: { number: string; name: string }) => `${number} ${name}`;

/** Compares each row with what is on record. Who is on record and not in the list stays as they are. */
export function decideImport(rows: readonly ListedRow[], known: ImportKnown): ImportRow[] {
  const byNumber = new Map(known.prisoners.map((prisoner) => [prisoner.number, prisoner]));
  return rows.map((row): ImportRow => {
    const { line, number, name } = row;
    const shown = { line, number, name };
    if ('wrong' in row) return { ...shown, outcome: 'wrong', reason: row.wrong };
    const prisoner = byNumber.get(number);
    if (prisoner === undefined)
      return known.heldElsewhere.has(personKey(row))
        ? { ...shown, outcome: 'wrong', reason: heldElsewhere }
        : { ...shown, outcome: 'new', prisoner: row.prisoner };
    if (!isHeldOn(prisoner, known.today)) return { ...shown, outcome: 'wrong', reason: notHeld };
    const changes = changesOf(prisoner, row.prisoner);
    return changes.length === 0
      ? { ...shown, outcome: 'same' }
      : { ...shown, outcome: 'changed', prisoner: row.prisoner, known: prisoner, changes };
  });
}

const heldElsewhere: Text = {
  zh: '该人登记在本系统另一所监狱，请由原监狱登记调出',
  en: 'this person is on record in another of the prisons: have that one enter the transfer',
};
const notHeld: Text = {
  zh: '该人已登记为不在押；如有误，请先恢复在押登记',
  en: 'this person is on record as held no more: enter “held again” first if that is wrong',
};

function changesOf(before: PrisonerRow, { name, wardId, grade, category }: EnterPrisonerBody): Change[] {
  const after = { name, ward_id: wardId, grade, category };
  return (Object.keys(after) as Column[])
    .filter((column) => before[column] !== after[column])
    .map((column) => ({ column, before: before[column], after: after[column] }));
}
