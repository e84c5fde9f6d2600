import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadPrisoner, prisonerSubject } from '../people/index.ts';
import { loadSessionFacts } from '../visits/index.ts';
import { decideRecord } from './decide-record.ts';
import type { WriteRecordBody } from './schema.ts';
import { type RecordRow, recordsOf, recordsTable } from './tables.ts';

/** Writes what an assistance session was about, or corrects what was written: the old record stays. @throws Refusal */
export async function writeRecord(
  { db, clock, ledger }: Foundation,
  staff: StaffPrincipal,
  visitId: string,
  body: WriteRecordBody,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    // One after the other: the second of two that write at once sees what the first has written.
    await trx('visits').where({ id: visitId }).forUpdate().first('id');
    const session = await loadSessionFacts(trx, visitId);
    if (session === undefined || !worksWith(staff, session.prisonId)) throw edgeRefusals.not_found();
    const records = await recordsOf(trx, visitId);
    const step = body.correctsId === null ? { write: true as const } : { correct: body.correctsId };
    const refusal = decideRecord({ session, records }, staff, step);
    if (refusal) throw refusal;

    const { topics, sixMusts, attitude, followUp, correctsId } = body;
    const id = newId();
    const row: RecordRow = {
      id,
      visit_id: visitId,
      application_id: session.applicationId,
      prison_id: session.prisonId,
      first_of_visit_id: correctsId === null ? visitId : null,
      corrects_id: correctsId,
      topics,
      six_musts: sixMusts.join(','),
      attitude,
      follow_up: followUp,
      // With its own id in it, so that equal words have different sums; the book commits to the words and has none of them.
      sha256: createHash('sha256')
        .update(JSON.stringify([id, topics, sixMusts, attitude, followUp]))
        .digest('hex'),
      written_by: staff.id,
      written_at: isoNow(clock),
    };
    await recordsTable(trx).insert(row);
    const prisoner = await loadPrisoner(trx, session.prisonerId);
    if (prisoner === undefined) throw new Error(`visit ${visitId} has no prisoner`);
    await ledger.append(trx, {
      bookId: session.prisonId,
      kind: correctsId === null ? 'assistance_recorded' : 'assistance_record_corrected',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [
        { kind: 'visit', id: visitId },
        { kind: 'application', id: session.applicationId },
        prisonerSubject(prisoner),
      ],
      facts: {
        bookingNumber: session.number,
        recordId: id,
        correctsId,
        sixMusts: [...sixMusts],
        attitude,
        sha256: row.sha256,
      },
    });
  });
}
