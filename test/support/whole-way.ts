import { DateTime } from 'luxon';
import type { Application } from '../../server/applications/schema.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import type { CheckIn } from '../../server/check-in/schema.ts';
import { toStoredTime } from '../../server/clock.ts';
import { idNumberOf } from './id-numbers.ts';
import { png } from './png.ts';
import type { Answer, TestClient } from './test-server.ts';

/** Anything that signs people in: a server in this process, or one of its own. */
export type Office = { signedIn(username: string): Promise<TestClient>; client(): TestClient };

function expectDone<T>(answer: Answer<T>, what: string): T {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** An application of one visitor for a prisoner of Baimaoling, with its papers; nobody has decided on it. */
export async function submittedApplication(
  office: Office,
  { prisoner = 'BML-20210017', serial = 1 } = {},
): Promise<Application> {
  const officer = await office.signedIn('officer');
  const prisoners = expectDone(
    await officer.request<{ id: string }[]>('GET', `/api/prisoners?prisonId=baimaoling&search=${prisoner}`),
    'prisoner',
  );
  const application = expectDone(
    await officer.request<Application>('POST', '/api/applications', {
      kind: 'family_visit',
      origin: 'district',
      prisonerId: prisoners[0]?.id,
      visitors: [
        {
          name: '王秀英',
          idNumber: idNumberOf('1958-03-02', serial),
          phone: '13800000000',
          relationship: 'parent',
        },
      ],
      language: 'mandarin',
    }),
    'application',
  );
  const visitorId = application.visitors[0]?.id ?? '';
  for (const kind of ['id_card', 'household_register']) {
    const form = new FormData();
    form.set('visitorId', visitorId);
    form.set('kind', kind);
    form.set('file', new Blob([png]), 'paper.png');
    expectDone(await officer.request('POST', `/api/applications/${application.id}/documents`, form), kind);
  }
  return application;
}

/** The same, approved by both bodies. */
export async function approvedApplication(
  office: Office,
  whose: Parameters<typeof submittedApplication>[1] = {},
): Promise<Application> {
  const application = await submittedApplication(office, whose);
  const supervisor = await office.signedIn('supervisor');
  const forwarded = await review(supervisor, application.id, 'district-review', 'forward');
  const approver = await office.signedIn('baimaoling.approver');
  return review(approver, forwarded.id, 'prison-review', 'approve');
}

async function review(
  reviewer: TestClient,
  applicationId: string,
  body: 'district-review' | 'prison-review',
  decision: string,
): Promise<Application> {
  const { version } = (await reviewer.request<Application>('GET', `/api/applications/${applicationId}`)).body;
  return expectDone(
    await reviewer.request<Application>('POST', `/api/applications/${applicationId}/${body}`, {
      version,
      decision,
      note: '',
    }),
    body,
  );
}

/** Books the next slot of the demonstration's Baimaoling, which is open at every hour. */
export async function bookNextSlot(
  office: Office,
  application: Application,
  place: { visitRoomId?: string; terminalId?: string; now?: DateTime } = {},
): Promise<Booking> {
  const officer = await office.signedIn('officer');
  const day = (place.now ?? DateTime.utc()).setZone('Asia/Shanghai');
  const offered = expectDone(
    await officer.request<{ slots: { startsAt: string; free: boolean }[] }>(
      'GET',
      `/api/slots?applicationId=${application.id}&from=${day.toISODate()}&to=${day.plus({ days: 1 }).toISODate()}`,
    ),
    'slots',
  );
  // Not one that has begun: its visitors might be late before the test gets there.
  const slot = offered.slots.find(({ free, startsAt }) => free && startsAt > toStoredTime(day));
  return expectDone(
    await officer.request<Booking>('POST', '/api/bookings', {
      applicationId: application.id,
      startsAt: slot?.startsAt,
      visitRoomId: place.visitRoomId ?? 'visit-room-1',
      terminalId: place.terminalId ?? 'baimaoling-terminal-1',
    }),
    'booking',
  );
}

/** Turns both keys: every visitor's identity and undertaking, and the prisoner in place. */
export async function turnBothKeys(office: Office, visitId: string): Promise<void> {
  const officer = await office.signedIn('officer');
  const checkIn = expectDone(
    await officer.request<CheckIn>('GET', `/api/visits/${visitId}/check-in`),
    'check-in',
  );
  expectDone(
    await officer.request('POST', `/api/visits/${visitId}/check-in/visitors`, {
      textVersion: checkIn.undertaking.version,
      visitors: checkIn.visitors.map(({ id }) => ({
        visitorId: id,
        method: 'id_card_seen',
        undertakingSigned: true,
      })),
    }),
    'district key',
  );
  const prisonOfficer = await office.signedIn('baimaoling.officer');
  expectDone(
    await prisonOfficer.request('POST', `/api/visits/${visitId}/check-in/prisoner`, {
      prisonerId: checkIn.prisoner.id,
    }),
    'prison key',
  );
}

/** A device enrolled for a place; its cookies are in the client. */
export async function enrolledStation(office: Office, placeId: string): Promise<TestClient> {
  const administrator = await office.signedIn('administrator');
  const { code } = expectDone(
    await administrator.request<{ code: string }>('POST', `/api/stations/${placeId}/enrolment-code`),
    'code',
  );
  const station = office.client();
  expectDone(await station.request('POST', '/api/station/enrolment', { code }), 'enrolment');
  return station;
}
