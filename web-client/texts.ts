import { administrationTexts } from './administration/texts.ts';
import { counterTexts } from './applications/counter-texts.ts';
import { applicationsTexts } from './applications/texts.ts';
import { assistanceTexts } from './assistance/texts.ts';
import { bookingsTexts } from './bookings/texts.ts';
import { calendarTexts } from './calendar/texts.ts';
import { checkInTexts } from './check-in/texts.ts';
import { dayListsTexts } from './day-lists/texts.ts';
import { decisionsTexts } from './decisions/texts.ts';
import { deskPageTexts } from './desk/texts.ts';
import { kioskTexts } from './kiosk/texts.ts';
import { ledgerTexts } from './ledger/texts.ts';
import { noticesTexts } from './notices/texts.ts';
import { prisonersTexts } from './prisoners/texts.ts';
import { quotaTexts } from './quota/texts.ts';
import { recordingsTexts } from './recordings/texts.ts';
import { reviewsTexts } from './reviews/texts.ts';
import { shellTexts } from './shell/texts.ts';
import { stationTexts } from './station/texts.ts';
import { supervisionTexts } from './supervision/texts.ts';
import { suspensionsTexts } from './suspensions/texts.ts';
import { visitsTexts } from './visits/texts.ts';
import { waitingListTexts } from './waiting-list/texts.ts';

/** The texts of the web client by area; an area is an i18next namespace. */
export const areas = {
  administration: administrationTexts,
  applications: applicationsTexts,
  counter: counterTexts,
  assistance: assistanceTexts,
  reviews: reviewsTexts,
  bookings: bookingsTexts,
  calendar: calendarTexts,
  checkIn: checkInTexts,
  dayLists: dayListsTexts,
  decisions: decisionsTexts,
  desk: deskPageTexts,
  kiosk: kioskTexts,
  ledger: ledgerTexts,
  notices: noticesTexts,
  quota: quotaTexts,
  prisoners: prisonersTexts,
  recordings: recordingsTexts,
  supervision: supervisionTexts,
  suspensions: suspensionsTexts,
  visits: visitsTexts,
  waitingList: waitingListTexts,
  shell: shellTexts,
  station: stationTexts,
};

type AreaKeys = { [A in keyof typeof areas]: { [K in keyof (typeof areas)[A]]: string } };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: AreaKeys;
    keySeparator: false;
    enableSelector: false;
  }
}
