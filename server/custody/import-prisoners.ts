import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { dayOf } from '../clock.ts';
import { readCsv } from '../csv-file.ts';
import { edgeRefusals, type StaffPrincipal, type UploadedFile } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { PrisonerRow } from '../people/index.ts';
import { differencesAsFacts, monthsAhead, watchQuota } from '../quota/index.ts';
import { loadRules } from '../rules/index.ts';
import { decideImport, type ImportRow, personKey } from './decide-import.ts';
import { decideStep, type Known } from './decide-step.ts';
import { insertPrisoner, recordEntered } from './enter-prisoner.ts';
import { type Flags, tellFamilies, watchVisits } from './flag-visits.ts';
import { type ListedRow, missingColumns, readList, type Ward } from './read-list.ts';
import { custodyRefusals } from './refusals.ts';
import { rehearse } from './rehearse.ts';
import type { EnterPrisonerBody, ImportDone, PrisonerChange } from './schema.ts';
import type { CustodyStep } from './step.ts';
import { recordStep, writeStep } from './write-step.ts';

const mostRows = 1000;

export type Import = { digest: string; rows: ImportRow[]; flags: Flags; wards: Ward[] };

/** What the file would do, row by row; nothing is kept of it. @throws Refusal if it cannot be read at all */
export function previewImport(
  foundation: Foundation,
  staff: StaffPrincipal,
  file: UploadedFile | undefined,
): Promise<Import> {
  return rehearse(foundation.db, async (trx) => {
    const read = await readImport(trx, foundation, staff, file);
    const visits = await watchVisits(trx, { prisonId: staff.prisonId ?? '', now: foundation.clock.now() });
    for (const row of read.rows) await applyRow(trx, foundation, staff, row);
    return { ...read, flags: await visits.look() };
  });
}

/** Does what was previewed, all of it or nothing; each person is a line of history and a ledger entry. @throws Refusal */
export async function importPrisoners(
  foundation: Foundation,
  staff: StaffPrincipal,
  file: UploadedFile | undefined,
  seen: string,
): Promise<ImportDone> {
  return inTransaction(foundation.db, async (trx) => {
    const { digest, rows } = await readImport(trx, foundation, staff, file);
    if (digest !== seen) throw custodyRefusals.import_changed();
    const visits = await watchVisits(trx, { prisonId: staff.prisonId ?? '', now: foundation.clock.now() });
    const entries: (() => Promise<void>)[] = [];
    for (const row of rows) entries.push(await applyRow(trx, foundation, staff, row));
    await tellFamilies(trx, foundation, await visits.look());
    for (const write of entries) await write();
    const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
    return { entered: count('new'), changed: count('changed'), same: count('same'), leftOut: count('wrong') };
  });
}

async function readImport(
  trx: Knex.Transaction,
  { clock }: Foundation,
  { prisonId }: StaffPrincipal,
  file: UploadedFile | undefined,
): Promise<Omit<Import, 'flags'>> {
  if (prisonId === null) throw edgeRefusals.not_permitted();
  if (file === undefined) throw custodyRefusals.no_file();
  const wards = await wardsOf(trx, prisonId);
  const listed = readFile(file, wards);
  // Held until the end: what is decided here is what is written.
  const prisoners: PrisonerRow[] = await trx('prisoners')
    .where({ prison_id: prisonId })
    .orderBy('id')
    .forUpdate();
  const others: { number: string; name: string }[] = await trx('prisoners')
    .whereNot({ prison_id: prisonId })
    .where({ custody_state: 'held' })
    .select('number', 'name');
  const rows = decideImport(listed, {
    prisoners,
    heldElsewhere: new Set(others.map(personKey)),
    today: dayOf(clock.now()),
  });
  const digest = createHash('sha256').update(file.content).update(JSON.stringify(rows)).digest('hex');
  return { digest, rows, wards };
}

/** @throws Refusal */
function readFile({ content }: UploadedFile, wards: readonly Ward[]): ListedRow[] {
  const read = readCsv(content);
  if ('fault' in read) {
    if (read.fault === 'not_utf8') throw custodyRefusals.file_not_utf8();
    throw custodyRefusals.file_not_csv({ line: read.line });
  }
  // A spreadsheet leaves lines of nothing but commas.
  const lines = read.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const missing = missingColumns(lines);
  if (missing.length > 0)
    throw custodyRefusals.heading_missing({
      columns: { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') },
    });
  const rows = lines.length - 1;
  if (rows > mostRows) throw custodyRefusals.too_many_rows({ most: mostRows, rows });
  return readList(lines, wards);
}

async function wardsOf(db: Knex, prisonId: string): Promise<Ward[]> {
  const rows: { id: string; name_zh: string; name_en: string }[] = await db('wards')
    .where({ prison_id: prisonId })
    .orderBy(['name_en', 'id']);
  return rows.map((row) => ({ id: row.id, name: { zh: row.name_zh, en: row.name_en } }));
}

/** Writes a row; gives what writes its ledger entry. */
async function applyRow(
  trx: Knex.Transaction,
  foundation: Foundation,
  staff: StaffPrincipal,
  row: ImportRow,
): Promise<() => Promise<void>> {
  if (row.outcome === 'new') {
    const prisoner = await insertPrisoner(trx, foundation, staff, row.prisoner);
    return () => recordEntered(trx, foundation, staff, prisoner);
  }
  if (row.outcome !== 'changed') return async () => {};
  const now = foundation.clock.now();
  const prisonerId = row.known.id;
  const quota = await watchQuota(trx, {
    prisonerId,
    months: await monthsAhead(trx, prisonerId, now),
    now,
  });
  const step = await stepOfRow(trx, row, dayOf(now), now);
  await writeStep(trx, foundation, staff, row.known, step);
  const differences = await quota.record({ cause: 'grade_changed', by: { kind: 'staff', id: staff.id } });
  const facts = differences.length === 0 ? {} : { quota: differencesAsFacts(differences) };
  return () => recordStep(trx, foundation, staff, prisonerId, step, facts);
}

/** The same as if it had been entered by hand: particulars, then the grade. */
async function stepOfRow(
  trx: Knex.Transaction,
  { known: prisoner, prisoner: wanted, changes }: Extract<ImportRow, { outcome: 'changed' }>,
  today: string,
  now: Parameters<typeof monthsAhead>[2],
): Promise<CustodyStep> {
  const { prison_id: prisonId, grade, category, version } = prisoner;
  const known: Known = {
    prisoner,
    bars: [],
    wards: await trx('wards').select('id', 'prison_id'),
    prisonIds: [],
    rules: await loadRules(trx, { at: now, prisonId, grade, category }),
    today,
    newId,
  };
  const isGrade = ({ column }: { column: string }) => column === 'grade';
  const asked: PrisonerChange[] = [
    ...(changes.every(isGrade) ? [] : [particularsOf(wanted, version)]),
    ...(changes.some(isGrade) ? [{ change: 'grade' as const, version, grade: wanted.grade, note: '' }] : []),
  ];
  const steps = asked.map((change) => decideStep(change, known));
  return {
    update: Object.assign({}, ...steps.map(({ update }) => update)),
    newBars: [],
    endedBars: [],
    lines: steps.flatMap(({ lines }) => lines),
  };
}

const particularsOf = (
  { number, name, wardId, category }: EnterPrisonerBody,
  version: number,
): PrisonerChange => ({ change: 'particulars', version, number, name, wardId, category, note: '' });
