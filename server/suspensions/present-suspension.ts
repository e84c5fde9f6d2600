import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { dayOf } from '../clock.ts';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { loadVisitors, maskName } from '../people/index.ts';
import { decidedOf, whyNotDecide } from './decide-suspension.ts';
import type { Suspension, SuspensionActionName } from './schema.ts';
import { stateOn } from './suspension-time.ts';
import type { DecisionRow, SuspensionRecord } from './tables.ts';

export type Reader = { staff: StaffPrincipal; now: DateTime; language: Language };

/** Suspensions as this member of staff sees them. An auditor reads without the visitor's name, as elsewhere. */
export async function presentSuspensions(
  db: Knex,
  records: readonly SuspensionRecord[],
  { staff, now, language }: Reader,
): Promise<Suspension[]> {
  const visitors = await loadVisitors(
    db,
    records.map(({ visitor_id: id }) => id),
  );
  const names = await staffNames(
    db,
    records.flatMap(({ proposed_by: by, answer, lift }) => [
      by,
      answer?.decided_by ?? null,
      lift?.decided_by ?? null,
    ]),
  );
  const prisons: { id: string; name_zh: string; name_en: string }[] = await db('prisons');
  const today = dayOf(now);
  return records.map((record): Suspension => {
    const visitor = visitors.get(record.visitor_id);
    const name = visitor?.name ?? '';
    const prison = prisons.find(({ id }) => id === record.prison_id);
    const may = (action: SuspensionActionName) =>
      toAllowedAction(whyNotDecide(action, record, { person: staff, today }), language);
    const decided = (decision: DecisionRow | null) =>
      decision && {
        by: names.get(decision.decided_by) ?? '',
        at: decision.decided_at,
        note: decision.note,
      };
    return {
      id: record.id,
      number: record.number,
      state: stateOn(decidedOf(record), today),
      prison: { id: record.prison_id, name: { zh: prison?.name_zh ?? '', en: prison?.name_en ?? '' } },
      visit: { id: record.visit_id, number: record.visit_number, startsAt: record.visit_starts_at },
      visitor: {
        id: record.visitor_id,
        name: staff.role === 'auditor' ? maskName(name) : name,
        idNumberMasked: visitor?.id_number_masked ?? '',
      },
      reasonCode: record.reason_code,
      note: record.note,
      months: record.months,
      proposedBy: names.get(record.proposed_by) ?? '',
      proposedAt: record.proposed_at,
      from: record.answer?.from_day ?? null,
      to: record.answer?.to_day ?? null,
      answer: decided(record.answer),
      lift: decided(record.lift),
      actions: { approve: may('approve'), decline: may('decline'), lift: may('lift') },
    };
  });
}
