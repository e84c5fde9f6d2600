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
type ApplicationFacts = Named<'prison'> & {
  number: string;
  kind: ApplicationKind;
  due_at: string | null;
  version: number;
  language: VisitLanguage;
  prisoner: string;
};
type BookingFacts = Named<'room'> & {
  number: string;
  application_id: string;
  starts_at: string;
  ends_at: string;
  version: number;
};

/** By when, where no rule has put a date. */
const noDate: Text = { zh: '规定期限', en: 'the time that the rules set' };

/** Everything that the words of a notice take from the database, as this transaction has left it. */
export async function loadCase(db: Knex, about: CaseOfNotice): Promise<LoadedCase> {
  const booking = about.bookingId === undefined ? undefined : await loadBooking(db, about.bookingId);
  const applicationId = booking?.application_id ?? about.applicationId ?? null;
  const application = applicationId === null ? undefined : await loadApplication(db, applicationId);
  return {
    applicationId,
    version: booking?.version ?? application?.version ?? null,
    language: application?.language ?? null,
    facts: {
      ...(await officeFacts(db, about.prisonId)),
      ...(application && {
        application: application.number,
        session: lowerCase(kindTexts[application.kind]),
        due: application.due_at === null ? noDate : { at: application.due_at },
        prisoner: application.prisoner,
      }),
      ...(booking && {
        booking: booking.number,
        start: { at: booking.starts_at },
        endTime: { timeAt: booking.ends_at },
        room: { zh: booking.room_zh, en: booking.room_en },
      }),
    },
  };
}

async function loadApplication(db: Knex, id: string): Promise<ApplicationFacts | undefined> {
  return db('applications')
    .join('prisoners', 'prisoners.id', 'applications.prisoner_id')
    .where('applications.id', id)
    .first('applications.*', { prisoner: 'prisoners.name' });
}

async function loadBooking(db: Knex, id: string): Promise<BookingFacts | undefined> {
  return db('bookings')
    .join('visit_rooms', 'visit_rooms.id', 'bookings.visit_room_id')
    .where('bookings.id', id)
    .first('bookings.*', { room_zh: 'visit_rooms.name_zh', room_en: 'visit_rooms.name_en' });
}

async function officeFacts(db: Knex, prisonId: string): Promise<Record<string, NoticeFact>> {
  const prison = await db('prisons').where({ id: prisonId }).first('name_zh', 'name_en');
  const office = await db('corrections_centres').orderBy('id').first('name_zh', 'name_en');
  const contact = await loadOfficeContact(db);
  return {
    prison: { zh: prison?.name_zh ?? '', en: prison?.name_en ?? '' },
    office: { zh: office?.name_zh ?? '', en: office?.name_en ?? '' },
    phone: contact?.phone ?? '',
    address: contact?.address ?? '',
    hours: contact?.hours ?? '',
  };
}

/** In the middle of a sentence. */
const lowerCase = ({ zh, en }: Text): Text => ({ zh, en: en.charAt(0).toLowerCase() + en.slice(1) });
