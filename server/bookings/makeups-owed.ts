import type { Knex } from 'knex';
import { dayOf } from '../clock.ts';
import { countUpTo } from '../desk/index.ts';
import { toAllowedAction } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { whyNotBookMakeup } from './decide-excuse.ts';
import { failedWithoutMakeup } from './makeup.ts';
import type { MakeupsOwed } from './outcome-schema.ts';
import type { OutcomeReader } from './present-outcome.ts';

export type MakeupsAsked = { prisonId?: string | undefined };

/** More than a screen shows; faults are rare. */
const mostShown = 200;

const owed = (db: Knex, today: string, { prisonId }: MakeupsAsked) =>
  failedWithoutMakeup(db)
    .where('failed.makeup_until', '>=', today)
    // Where the application is booked again as an ordinary visit, or another was made for it, the family has its visit.
    .whereNotExists((again) => {
      again
        .from({ again: 'bookings' })
        .whereRaw('again.application_id = failed.application_id')
        .where('again.given_back', false);
    })
    .where((query) => prisonId !== undefined && query.where('failed.prison_id', prisonId));

/** How many families wait for the visit that a fault of ours took from them. For the work desk. */
export async function countMakeupsOwed(db: Knex, today: string, asked: MakeupsAsked = {}): Promise<number> {
  return countUpTo(db, owed(db, today, asked));
}

type OwedRow = {
  id: string;
  number: string;
  starts_at: string;
  makeup_until: string;
  application_id: string;
  application_number: string;
  prison_id: string;
  prison_zh: string;
  prison_en: string;
  prisoner_id: string;
  prisoner_number: string;
  prisoner_name: string;
};

/** Those visits, the one whose days are over first at the head. */
export async function listMakeupsOwed(
  db: Knex,
  asked: MakeupsAsked,
  { staff, now, language }: OutcomeReader,
): Promise<MakeupsOwed> {
  const today = dayOf(now);
  const rows: OwedRow[] = await owed(db, today, asked)
    .join('applications', 'applications.id', 'failed.application_id')
    .join('prisons', 'prisons.id', 'failed.prison_id')
    .join('prisoners', 'prisoners.id', 'failed.prisoner_id')
    .orderBy(['failed.makeup_until', 'failed.starts_at', 'failed.id'])
    .limit(mostShown)
    .select('failed.id', 'failed.number', 'failed.starts_at', 'failed.makeup_until', {
      application_id: 'applications.id',
      application_number: 'applications.number',
      prison_id: 'prisons.id',
      prison_zh: 'prisons.name_zh',
      prison_en: 'prisons.name_en',
      prisoner_id: 'prisoners.id',
      prisoner_number: 'prisoners.number',
      prisoner_name: 'prisoners.name',
    });
  const nameFor = personNameFor(staff.role);
  return {
    count: await countMakeupsOwed(db, today, asked),
    makeups: rows.map((row) => ({
      failed: { id: row.id, number: row.number, startsAt: row.starts_at },
      application: { id: row.application_id, number: row.application_number },
      prison: { id: row.prison_id, name: { zh: row.prison_zh, en: row.prison_en } },
      prisoner: { id: row.prisoner_id, number: row.prisoner_number, name: nameFor(row.prisoner_name) },
      until: row.makeup_until,
      actions: {
        bookMakeup: toAllowedAction(
          whyNotBookMakeup({ until: row.makeup_until, today, madeUp: false }, staff),
          language,
        ),
      },
    })),
  };
}
