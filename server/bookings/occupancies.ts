import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { isUniqueViolation } from '../../db/dialect.ts';
import { type SubjectKind, type Taken, takenReason } from './decide-booking.ts';
import { bookingRefusals, refusalOf } from './refusals.ts';
import { startOfStep, stepsBetween, stepsOfDay } from './steps.ts';

type OccupancyRow = { subject_kind: SubjectKind; subject_id: string; step: number; booking_id: string };

export type Subject = { kind: SubjectKind; id: string };

const occupanciesTable = (db: Knex) => db<OccupancyRow>('occupancies');

/** Who of these is taken from one moment until another, by bookings other than `except`. */
export async function loadTaken(
  db: Knex,
  subjects: readonly Subject[],
  { from, until, except }: { from: DateTime; until: DateTime; except: string | undefined },
): Promise<Taken[]> {
  const { first, last } = stepsBetween(from, until);
  const rows: { subject_kind: SubjectKind; subject_id: string; first_step: number; last_step: number }[] =
    await occupanciesTable(db)
      .where((any) => {
        for (const [kind, ids] of idsByKind(subjects))
          any.orWhere((one) => one.where({ subject_kind: kind }).whereIn('subject_id', ids));
      })
      // No visit is longer than a day: further away lies no step of a booking that touches the time.
      .whereBetween('step', [first - stepsOfDay, last + stepsOfDay])
      .where((query) => except && query.whereNot({ booking_id: except }))
      .groupBy('subject_kind', 'subject_id', 'booking_id')
      .havingRaw('min(step) <= ? and max(step) >= ?', [last, first])
      .select('subject_kind', 'subject_id', db.raw('min(step) as first_step, max(step) as last_step'));
  return rows.map((row) => ({
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    from: startOfStep(row.first_step),
    until: startOfStep(row.last_step + 1),
  }));
}

/**
 * Takes the subjects for a booking. The primary key refuses a step that another booking has: the same answer whatever
 * races. Rows go in sorted order, so that two that want the same steps wait for each other instead of deadlocking.
 * @throws Refusal
 */
export async function takeSubjects(
  trx: Knex.Transaction,
  bookingId: string,
  subjects: readonly Subject[],
  { from, until }: { from: DateTime; until: DateTime },
): Promise<void> {
  const { first, last } = stepsBetween(from, until);
  const sorted = [...subjects].sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
  const rows = sorted.flatMap(({ kind, id }) =>
    Array.from({ length: last - first + 1 }, (_, n) => ({
      subject_kind: kind,
      subject_id: id,
      step: first + n,
      booking_id: bookingId,
    })),
  );
  try {
    await occupanciesTable(trx).insert(rows);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const [taken] = await loadTaken(trx, subjects, { from, until, except: bookingId });
    throw taken ? refusalOf(takenReason(taken)) : bookingRefusals.slot_taken();
  }
}

/** Sets free whatever a booking has taken. */
export async function releaseSubjects(trx: Knex.Transaction, bookingId: string): Promise<void> {
  await occupanciesTable(trx).where({ booking_id: bookingId }).delete();
}

function idsByKind(subjects: readonly Subject[]): Map<SubjectKind, string[]> {
  const ids = new Map<SubjectKind, string[]>();
  for (const { kind, id } of subjects) ids.set(kind, [...(ids.get(kind) ?? []), id]);
  return ids;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
