import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { dayOf } from '../clock.ts';
import { type Language, type Role, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { loadVisitors, maskName, type PrisonerRow } from '../people/index.ts';
import type { VerifiedRelationship } from './schema.ts';
import { standingOn, whyNotEnd } from './standing.ts';
import type { VerifiedRelationshipRow } from './tables.ts';

export type Reader = { staff: StaffPrincipal; now: DateTime; language: Language };

/** Who works on cases reads visitors' names in full; a prison reads its prisoners' names. */
const readsVisitors: readonly Role[] = ['district_officer', 'district_supervisor', 'prison_approver'];

/** What was verified about a prisoner, as this member of staff sees it; the latest first. */
export async function presentRelationships(
  db: Knex,
  prisoner: PrisonerRow,
  rows: readonly VerifiedRelationshipRow[],
  { staff, now, language }: Reader,
): Promise<VerifiedRelationship[]> {
  if (rows.length === 0) return [];
  const today = dayOf(now);
  const visitors = await loadVisitors(
    db,
    rows.map((row) => row.visitor_id),
  );
  const numbers = await numbersOf(db, rows);
  const names = await staffNames(
    db,
    rows.map((row) => row.ended_by),
  );
  const prison = await db('prisons').where({ id: prisoner.prison_id }).first('name_zh', 'name_en');
  const mayRead = readsVisitors.includes(staff.role);
  const readsPrisoner = mayRead || staff.prisonId !== null;
  const present = (row: VerifiedRelationshipRow): VerifiedRelationship => {
    const standing = standingOn(row, rows, today);
    const name = visitors.get(row.visitor_id)?.name ?? '';
    return {
      id: row.id,
      visitor: { id: row.visitor_id, name: mayRead ? name : maskName(name) },
      prisoner: {
        id: prisoner.id,
        number: prisoner.number,
        name: readsPrisoner ? prisoner.name : maskName(prisoner.name),
      },
      prison: { id: prisoner.prison_id, name: { zh: prison.name_zh, en: prison.name_en } },
      relationship: row.relationship,
      organisation: row.organisation,
      standing,
      verifiedAt: row.verified_at,
      application: {
        id: row.verified_by_application_id,
        number: numbers.get(row.verified_by_application_id) ?? '',
      },
      revalidateOn: row.revalidate_on,
      ended:
        row.ended_at === null || row.end_reason_code === null
          ? null
          : {
              at: row.ended_at,
              by: names.get(row.ended_by ?? '') ?? '',
              reasonCode: row.end_reason_code,
              // It may name people.
              note: mayRead ? row.end_note : '',
            },
      actions: { end: toAllowedAction(whyNotEnd(standing, staff), language) },
    };
  };
  return rows.map(present).reverse();
}

async function numbersOf(db: Knex, rows: readonly VerifiedRelationshipRow[]): Promise<Map<string, string>> {
  const found: { id: string; number: string }[] = await db('applications')
    .whereIn(
      'id',
      rows.map((row) => row.verified_by_application_id),
    )
    .select('id', 'number');
  return new Map(found.map(({ id, number }) => [id, number]));
}
