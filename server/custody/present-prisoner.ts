import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { findFlagged } from '../bookings/index.ts';
import { dayOf } from '../clock.ts';
import { edgeRefusals, type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { loadPrisoner, type PrisonerRow, personNameFor } from '../people/index.ts';
import { barOn } from './custody-against.ts';
import { type Custody, lastDayOfBar, loadCustody } from './custody-of.ts';
import { isHeldOn, whyNotChange } from './decide-step.ts';
import { loadPlaceNames, type PlaceNames } from './places-of.ts';
import { presentFlagged } from './present-flagged.ts';
import { presentChange } from './present-history.ts';
import { reasonTextOf } from './reason-texts.ts';
import {
  type PrisonerActionName,
  type PrisonerBar,
  type PrisonerFile,
  type PrisonerLine,
  prisonerActionNames,
} from './schema.ts';
import type { PrisonerUpdate } from './step.ts';
import { type BarRow, barsTable, changesTable, type PrisonerChangeRow } from './tables.ts';

export type Reader = { staff: StaffPrincipal; now: DateTime; language: Language };

/** Prisoners in a list. */
export async function presentLines(
  db: Knex,
  rows: readonly PrisonerRow[],
  { staff, now, language }: Reader,
): Promise<PrisonerLine[]> {
  const custody = await loadCustody(
    db,
    rows.map(({ id }) => id),
  );
  const tools = { places: await loadPlaceNames(db), staff, today: dayOf(now), language };
  const handedOver = rows.filter((row) => staff.prisonId !== null && row.prison_id !== staff.prisonId);
  const movesOut = await changesTable(db)
    .whereIn(
      'prisoner_id',
      handedOver.map(({ id }) => id),
    )
    .where({ kind: 'moved_out', prison_id: staff.prisonId ?? '' })
    .orderBy('version', 'desc');
  return rows.map((row) => {
    const movedOut = movesOut.find((change) => change.prisoner_id === row.id);
    return movedOut ? formerLine(row, movedOut, tools) : lineOf(row, custody.get(row.id), tools);
  });
}

type LineTools = { places: PlaceNames; staff: StaffPrincipal; today: string; language: Language };

function lineOf(
  row: PrisonerRow,
  custody: Custody | undefined,
  { places, staff, today, language }: LineTools,
): PrisonerLine {
  const held = isHeldOn(row, today);
  const bar = held && custody ? barOn(custody, today) : undefined;
  return {
    id: row.id,
    number: row.number,
    name: personNameFor(staff.role)(row.name),
    prison: places.prison(row.prison_id),
    ward: places.ward(row.ward_id),
    grade: row.grade,
    category: row.category,
    state: held ? 'held' : row.custody_state,
    since: row.custody_since,
    barred: bar ? { code: bar.code, text: reasonTextOf(bar)[language] } : null,
  };
}

/**
 * A prisoner as this member of staff may see them: all of it to the prison, the record up to the transfer to the prison
 * before, what it needs to the district. @throws Refusal not_found
 */
export async function presentFile(
  db: Knex,
  id: string,
  { staff, now, language }: Reader,
): Promise<PrisonerFile> {
  const prisoner = await loadPrisoner(db, id);
  if (prisoner === undefined) throw edgeRefusals.not_found();
  const changes = await changesTable(db).where({ prisoner_id: id }).orderBy('version', 'desc');
  const movedOut = changes.find(
    ({ kind, prison_id: prisonId }) => kind === 'moved_out' && prisonId === staff.prisonId,
  );
  const view =
    staff.prisonId === null
      ? 'district'
      : staff.prisonId === prisoner.prison_id
        ? 'own'
        : movedOut && 'former';
  if (view === undefined) throw edgeRefusals.not_found();

  const today = dayOf(now);
  const places = await loadPlaceNames(db);
  const custody = (await loadCustody(db, [id])).get(id);
  const tools = { places, staff, today, language };
  const line =
    view === 'former' && movedOut ? formerLine(prisoner, movedOut, tools) : lineOf(prisoner, custody, tools);
  const history = {
    own: changes,
    former: changes.filter(
      (row) => row.prison_id === staff.prisonId && row.version <= (movedOut?.version ?? 0),
    ),
    district: [],
  }[view];
  const bars =
    view === 'former' ? [] : await barsTable(db).where({ prisoner_id: id }).orderBy('from_day', 'desc');
  const names = await staffNames(db, [
    ...history.map((row) => row.changed_by),
    ...bars.flatMap((bar) => [bar.entered_by, bar.ended_by ?? '']),
  ]);
  const flagged = await findFlagged(db, {
    now,
    prisonerId: id,
    ...(view === 'former' ? { prisonId: staff.prisonId ?? '' } : {}),
  });
  const may = (action: PrisonerActionName | 'end_bar') =>
    toAllowedAction(
      view === 'own'
        ? whyNotChange(action, prisoner, { role: staff.role, today })
        : edgeRefusals.not_permitted(),
      language,
    );
  return {
    ...line,
    version: prisoner.version,
    view,
    bars: bars
      .map((bar) => presentBar(bar, { today, whole: view === 'own', names, end: may('end_bar') }))
      .filter(({ standing }) => view === 'own' || standing === 'in_force' || standing === 'to_come'),
    history: history.map((row) =>
      presentChange(row, { places, by: names.get(row.changed_by) ?? '', language }),
    ),
    flagged: presentFlagged(flagged, language),
    otherPrisons: view === 'own' ? places.prisonsBut(prisoner.prison_id) : [],
    actions: Object.fromEntries(
      prisonerActionNames.map((action) => [action, may(action)]),
    ) as PrisonerFile['actions'],
  };
}

/** Whoever held the prisoner before sees the record as it was then. */
function formerLine(prisoner: PrisonerRow, movedOut: PrisonerChangeRow, tools: LineTools): PrisonerLine {
  const { before = {} }: { before?: PrisonerUpdate } = JSON.parse(movedOut.facts);
  const then = { ...prisoner, ...before, prison_id: prisoner.prison_id } as PrisonerRow;
  return { ...lineOf(then, undefined, tools), state: 'transferred', since: movedOut.day };
}

function presentBar(
  bar: BarRow,
  {
    today,
    whole,
    names,
    end,
  }: { today: string; whole: boolean; names: Map<string, string>; end: PrisonerBar['actions']['end'] },
): PrisonerBar {
  const to = lastDayOfBar(bar);
  const open = bar.ended_from === null && (to === null || to >= today);
  return {
    id: bar.id,
    kind: bar.kind,
    from: bar.from_day,
    to,
    standing: standingOf(bar.from_day, to, today),
    note: whole ? bar.note : '',
    entered: whole ? { by: names.get(bar.entered_by) ?? '', at: bar.entered_at } : null,
    ended:
      whole && bar.end_reason !== null
        ? {
            reason: bar.end_reason,
            note: bar.end_note ?? '',
            by: names.get(bar.ended_by ?? '') ?? '',
            at: bar.ended_at ?? '',
          }
        : null,
    actions: {
      end: open ? end : { allowed: false, code: 'not_permitted', reason: '' },
    },
  };
}

function standingOf(from: string, to: string | null, today: string): PrisonerBar['standing'] {
  if (to !== null && to < from) return 'never_held';
  if (today < from) return 'to_come';
  return to === null || today <= to ? 'in_force' : 'over';
}
