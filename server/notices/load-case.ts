import type { Knex } from 'knex';
import { type ApplicationKind, kindTexts, type VisitLanguage } from '../applications/schema.ts';
import type { Text } from '../edge/index.ts';
import type { NoticeFact } from './notice-facts.ts';
import { loadOfficeContact } from './office-contact.ts';

/** What a notice is about: of an application or of its booking, of a booking alone, or of neither. */
export type CaseOfNotice = { prisonId: string; applicationId?: string; bookingId?: string };

export type LoadedCase = {
  applicationId: string | null;
  /** Of the booking, or else of the application: grows with each step. */
  version: number | null;
  language: VisitLanguage | null;
  facts: Record<string, NoticeFact>;
};

type Named<Prefix extends string> = Record<`${Prefix}_zh` | `${Prefix}_en`, string>;
type CaseRow = {
  application_id: string;
  application: string;
  kind: ApplicationKind;
  due_at: string | null;
  application_version: number;
  language: VisitLanguage;
  prisoner: string;
};
type BookingRow = CaseRow &
  Named<'room'> & { booking: string; starts_at: string; ends_at: string; booking_version: number };

/** By when, where no rule has put a date. */
const noDate: Text = { zh: '规定期限', en: 'the time that the rules set' };

/** Everything that the words of a notice take from the database, as this transaction has left it. */
export async function loadCase(db: Knex, about: CaseOfNotice): Promise<LoadedCase> {
  const booked = about.bookingId === undefined ? undefined : await loadBooked(db, about.bookingId);
  const ofCase =
    booked ??
    (about.applicationId === undefined ? undefined : await loadApplication(db, about.applicationId));
  return {
    applicationId: ofCase?.application_id ?? null,
    version: booked?.booking_version ?? ofCase?.application_version ?? null,
    language: ofCase?.language ?? null,
    facts: {
      ...(await officeFacts(db, about.prisonId)),
      ...(ofCase && {
        application: ofCase.application,
        session: lowerCase(kindTexts[ofCase.kind]),
        due: ofCase.due_at === null ? noDate : { at: ofCase.due_at },
        prisoner: ofCase.prisoner,
      }),
      ...(booked && {
        booking: booked.booking,
        start: { at: booked.starts_at },
        endTime: { timeAt: booked.ends_at },
        room: { zh: booked.room_zh, en: booked.room_en },
      }),
    },
  };
}

const columnsOfCase = {
  application_id: 'applications.id',
  application: 'applications.number',
  kind: 'applications.kind',
  due_at: 'applications.due_at',
  application_version: 'applications.version',
  language: 'applications.language',
  prisoner: 'prisoners.name',
};

async function loadApplication(db: Knex, id: string): Promise<CaseRow | undefined> {
  return db('applications')
    .join('prisoners', 'prisoners.id', 'applications.prisoner_id')
    .where('applications.id', id)
    .first(columnsOfCase);
}

async function loadBooked(db: Knex, id: string): Promise<BookingRow | undefined> {
  return db('bookings')
    .join('applications', 'applications.id', 'bookings.application_id')
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .join('visit_rooms', 'visit_rooms.id', 'bookings.visit_room_id')
    .where('bookings.id', id)
    .first({
      ...columnsOfCase,
      booking: 'bookings.number',
      starts_at: 'bookings.starts_at',
      ends_at: 'bookings.ends_at',
      booking_version: 'bookings.version',
      room_zh: 'visit_rooms.name_zh',
      room_en: 'visit_rooms.name_en',
    });
}

async function officeFacts(db: Knex, prisonId: string): Promise<Record<string, NoticeFact>> {
  const places: (Named<'prison'> & Named<'office'>) | undefined = await db({ prisons: 'prisons' })
    .leftJoin('corrections_centres', (join) => join.on(db.raw('1 = 1')))
    .where('prisons.id', prisonId)
    .orderBy('corrections_centres.id')
    .first({
      prison_zh: 'prisons.name_zh',
      prison_en: 'prisons.name_en',
      office_zh: 'corrections_centres.name_zh',
      office_en: 'corrections_centres.name_en',
    });
  const contact = await loadOfficeContact(db);
  return {
    prison: { zh: places?.prison_zh ?? '', en: places?.prison_en ?? '' },
    office: { zh: places?.office_zh ?? '', en: places?.office_en ?? '' },
    phone: contact?.phone ?? '',
    address: contact?.address ?? '',
    hours: contact?.hours ?? '',
  };
}

/** In the middle of a sentence. */
const lowerCase = ({ zh, en }: Text): Text => ({ zh, en: en.charAt(0).toLowerCase() + en.slice(1) });
