import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import type { PrisonerRow } from '../people/index.ts';
import type { Rules } from '../rules/index.ts';
import { endBar, enterBar } from './decide-bars.ts';
import { custodyRefusals } from './refusals.ts';
import type { PrisonerActionName, PrisonerChange } from './schema.ts';
import type { CustodyStep, PrisonerUpdate } from './step.ts';
import type { BarRow } from './tables.ts';

/** Who enters what changes about a prisoner; the routes are declared with these, too. */
export const keepersOfRecords = ['prison_officer', 'prison_approver'] as const satisfies Role[];

/** What a change depends on. */
export type Known = {
  prisoner: PrisonerRow;
  bars: readonly BarRow[];
  /** Of every prison of the system. */
  wards: readonly { id: string; prison_id: string }[];
  prisonIds: readonly string[];
  rules: Rules;
  /** In Asia/Shanghai. */
  today: string;
  newId(): string;
};

/** Somebody whose release or transfer is still to come is held. */
export function isHeldOn({ custody_state: state, custody_since: since }: PrisonerRow, day: string): boolean {
  return state === 'held' || (since !== null && since > day);
}

/** Why this kind of change is not possible now; undefined if it is. */
export function whyNotChange(
  action: PrisonerActionName | 'end_bar',
  prisoner: PrisonerRow,
  { role, today }: { role: Role; today: string },
): Refusal | undefined {
  if (!keepersOfRecords.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (action === 'return') return prisoner.custody_state === 'held' ? custodyRefusals.is_held() : undefined;
  // What was entered by mistake can be ended at any time; what bars nobody any more has no other change.
  return action === 'end_bar' || isHeldOn(prisoner, today) ? undefined : custodyRefusals.not_held();
}

/** What a change comes to. @throws Refusal */
export function decideStep(asked: PrisonerChange, known: Known): CustodyStep {
  switch (asked.change) {
    case 'particulars':
      return changeParticulars(asked, known);
    case 'grade':
      return changeGrade(asked, known);
    case 'transfer':
      return transfer(asked, known);
    case 'leave':
      return leave(asked, known);
    case 'release':
      return release(asked, known);
    case 'return':
      return takeBack(asked, known);
    case 'bar':
      return enterBar(asked, known);
    case 'end_bar':
      return endBar(asked, known);
  }
}

type Asked<C extends PrisonerChange['change']> = Extract<PrisonerChange, { change: C }>;

function changeParticulars(asked: Asked<'particulars'>, known: Known): CustodyStep {
  const { prisoner, today } = known;
  const { number, name, wardId, category, note } = asked;
  requireWard(known, wardId, prisoner.prison_id);
  const update = differenceOf(prisoner, { number, name, ward_id: wardId, category });
  if (Object.keys(update).length === 0) throw custodyRefusals.nothing_changed();
  return oneLine(known, update, {
    kind: 'particulars_changed',
    day: today,
    note,
    entry: {
      kind: 'prisoner_changed',
      facts: {
        changed: Object.keys(update).map((column) => factOf[column] ?? column),
        wardId: update.ward_id,
        category: update.category,
      },
    },
  });
}

/** Numbers and names stay out of the ledger: the commitment to the person changes with them. */
const factOf: Record<string, string> = {
  ward_id: 'ward',
  number: 'number',
  name: 'name',
  category: 'category',
};

function changeGrade({ grade, note }: Asked<'grade'>, known: Known): CustodyStep {
  const { prisoner, today } = known;
  if (grade === prisoner.grade) throw custodyRefusals.nothing_changed();
  return oneLine(
    known,
    { grade },
    {
      kind: 'grade_changed',
      day: today,
      note,
      entry: { kind: 'prisoner_grade_changed', facts: { before: { grade: prisoner.grade }, grade } },
    },
  );
}

/** To another of the prisons: the prisoner belongs to it from now on, and the bars go along. */
function transfer(asked: Asked<'transfer'>, known: Known): CustodyStep {
  const { prisoner, prisonIds, wards, today } = known;
  const { toPrisonId, number, day, note } = asked;
  if (!prisonIds.includes(toPrisonId) || toPrisonId === prisoner.prison_id)
    throw custodyRefusals.unknown_prison();
  if (day > today) throw custodyRefusals.not_yet({ today });
  // The receiving prison knows best which ward it is: it changes that when the prisoner is there.
  const ward = wards.find((one) => one.prison_id === toPrisonId);
  if (ward === undefined) throw custodyRefusals.prison_without_wards();
  const update = differenceOf(prisoner, {
    prison_id: toPrisonId,
    ward_id: ward.id,
    number: number ?? prisoner.number,
  });
  const { prison_id: fromPrisonId, grade, category } = prisoner;
  const line = { day, note, before: beforeOf(prisoner, update), after: update };
  return {
    update,
    newBars: [],
    endedBars: [],
    lines: [
      {
        ...line,
        prisonId: fromPrisonId,
        kind: 'moved_out',
        // Whoever held the prisoner keeps what the record was then.
        before: { ...line.before, ward_id: prisoner.ward_id, number: prisoner.number, grade, category },
        entry: { kind: 'prisoner_moved_out', facts: { toPrisonId, day } },
      },
      {
        ...line,
        prisonId: toPrisonId,
        kind: 'received',
        entry: {
          kind: 'prisoner_received',
          facts: { fromPrisonId, day, wardId: ward.id, grade, category },
        },
      },
    ],
  };
}

function leave({ day, note }: Asked<'leave'>, known: Known): CustodyStep {
  if (day > known.today) throw custodyRefusals.not_yet({ today: known.today });
  return leaves(known, { custody_state: 'transferred', custody_since: day }, { kind: 'left', day, note });
}

/** The day of a release is known beforehand: visits until then take place. */
function release({ day, note }: Asked<'release'>, known: Known): CustodyStep {
  return leaves(known, { custody_state: 'released', custody_since: day }, { kind: 'released', day, note });
}

function leaves(
  known: Known,
  update: PrisonerUpdate,
  line: { kind: 'left' | 'released'; day: string; note: string },
): CustodyStep {
  const difference = differenceOf(known.prisoner, update);
  if (Object.keys(difference).length === 0) throw custodyRefusals.nothing_changed();
  const facts = { day: line.day };
  return oneLine(known, difference, { ...line, entry: { kind: `prisoner_${line.kind}`, facts } });
}

function takeBack({ note }: Asked<'return'>, known: Known): CustodyStep {
  const update: PrisonerUpdate = { custody_state: 'held', custody_since: null };
  return oneLine(known, update, {
    kind: 'returned',
    day: known.today,
    note,
    entry: {
      kind: 'prisoner_returned',
      facts: { before: { custodyState: known.prisoner.custody_state, day: known.prisoner.custody_since } },
    },
  });
}

type Line = Omit<CustodyStep['lines'][number], 'prisonId' | 'before' | 'after'>;

function oneLine({ prisoner }: Known, update: PrisonerUpdate, line: Line): CustodyStep {
  const before = beforeOf(prisoner, update);
  return {
    update,
    newBars: [],
    endedBars: [],
    lines: [{ ...line, prisonId: prisoner.prison_id, before, after: update }],
  };
}

/** Of an update, what is not so already. */
function differenceOf(prisoner: PrisonerRow, update: PrisonerUpdate): PrisonerUpdate {
  return Object.fromEntries(
    Object.entries(update).filter(([column, value]) => prisoner[column as keyof PrisonerUpdate] !== value),
  );
}

function beforeOf(prisoner: PrisonerRow, update: PrisonerUpdate): PrisonerUpdate {
  return Object.fromEntries(
    Object.keys(update).map((column) => [column, prisoner[column as keyof PrisonerUpdate]]),
  );
}

/** @throws Refusal */
export function requireWard({ wards }: Pick<Known, 'wards'>, wardId: string, prisonId: string): void {
  if (!wards.some((ward) => ward.id === wardId && ward.prison_id === prisonId))
    throw custodyRefusals.unknown_ward();
}
