import type { Knex } from 'knex';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { whyNotAnswer, whyNotLeave } from './decide-waiting.ts';
import { type WaitingEntry, type WaitingRank, waitingRanks } from './schema.ts';
import { inLine, type WaitingEntryRow, waitingOffers } from './tables.ts';

type NamedRow = WaitingEntryRow & {
  number: string;
  prison_name_zh: string;
  prison_name_en: string;
  applicant_name: string;
  joined_by_name: string;
};

export type EntryFilter = {
  id?: string;
  prisonId?: string | undefined;
  applicationId?: string;
  all?: boolean;
};

/** Entries as this member of staff sees them: those that wait in the order of the line, then the newest first. */
export async function presentEntries(
  db: Knex,
  filter: EntryFilter,
  { staff, language }: { staff: StaffPrincipal; language: Language },
): Promise<WaitingEntry[]> {
  const rows = await loadNamed(db, filter);
  const line = (await inLine(db)).map(({ id }) => id);
  const offers = await waitingOffers(db)
    .whereIn(
      'entry_id',
      rows.map(({ id }) => id),
    )
    .orderBy('made_at', 'desc');
  const placeOf = (id: string) => (line.includes(id) ? line.indexOf(id) + 1 : null);
  const personName = personNameFor(staff.role);
  return rows
    .map(
      (row): WaitingEntry => ({
        id: row.id,
        state: row.state,
        place: placeOf(row.id),
        rank: waitingRanks[row.rank] as WaitingRank,
        application: { id: row.application_id, number: row.number },
        prison: { id: row.prison_id, name: { zh: row.prison_name_zh, en: row.prison_name_en } },
        applicantName: personName(row.applicant_name),
        fromDay: row.from_day,
        toDay: row.to_day,
        weekday: row.weekday,
        part: row.part,
        joinedAt: row.joined_at,
        joinedBy: row.joined_by_name,
        offers: offers
          .filter(({ entry_id: entryId }) => entryId === row.id)
          .map((offer) => ({
            bookingId: offer.booking_id,
            startsAt: offer.starts_at,
            madeAt: offer.made_at,
            heldUntil: offer.held_until,
            answer: offer.answer,
            answeredAt: offer.answered_at,
          })),
        actions: {
          answer: toAllowedAction(whyNotAnswer(row, staff), language),
          leave: toAllowedAction(whyNotLeave(row, staff), language),
        },
      }),
    )
    .sort((a, b) => urgencyOfAnswer(a) - urgencyOfAnswer(b) || (a.place ?? 0) - (b.place ?? 0));
}

/** An answer that is awaited comes first: its slot is kept from everybody else. */
const urgencyOfAnswer = ({ state }: WaitingEntry) => (state === 'offered' ? 0 : state === 'waiting' ? 1 : 2);

function loadNamed(db: Knex, { id, prisonId, applicationId, all }: EntryFilter): Promise<NamedRow[]> {
  return db('waiting_entries')
    .join('applications', 'applications.id', 'waiting_entries.application_id')
    .join('prisons', 'prisons.id', 'waiting_entries.prison_id')
    .join('application_visitors', (join) =>
      join
        .on('application_visitors.application_id', 'waiting_entries.application_id')
        .andOnVal('application_visitors.position', 1),
    )
    .join('visitors', 'visitors.id', 'application_visitors.visitor_id')
    .join('staff', 'staff.id', 'waiting_entries.joined_by')
    .where((query) => {
      if (id !== undefined) query.where('waiting_entries.id', id);
      if (prisonId !== undefined) query.where('waiting_entries.prison_id', prisonId);
      if (applicationId !== undefined) query.where('waiting_entries.application_id', applicationId);
      if (!all) query.whereIn('waiting_entries.state', ['waiting', 'offered']);
    })
    .orderBy('waiting_entries.joined_at', 'desc')
    .limit(500)
    .select('waiting_entries.*', {
      number: 'applications.number',
      prison_name_zh: 'prisons.name_zh',
      prison_name_en: 'prisons.name_en',
      applicant_name: 'visitors.name',
      joined_by_name: 'staff.display_name',
    });
}
