import { expect } from 'chai';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';

type WithNames = { prisoner: { name: string }; visitors: { name: string }[] };

describe('The names of persons', () => {
  let server: TestServer;
  let visitId: string;
  let day: string;
  before(async () => {
    server = await startTestServer();
    const booking = await bookNextSlot(server, await approvedApplication(server));
    visitId = booking.id;
    day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(booking.startsAt));
  });
  after(() => server.close());

  async function namesReadBy(username: string): Promise<Record<string, string[]>> {
    const reader = await server.signedIn(username);
    const read = async <T>(path: string) => (await reader.request<T>('GET', path)).body;
    const { visits } = await read<{ visits: WithNames[] }>(`/api/visits?day=${day}`);
    const bookings = await read<WithNames[]>(`/api/bookings?from=${day}&to=${day}`);
    const pages = {
      visit: await read<WithNames>(`/api/visits/${visitId}`),
      visits: visits[0],
      booking: await read<WithNames>(`/api/bookings/${visitId}`),
      bookings: bookings[0],
    };
    return Object.fromEntries(
      Object.entries(pages).map(([page, found]) => [
        page,
        found ? [found.prisoner.name, ...found.visitors.map(({ name }) => name)] : [],
      ]),
    );
  }

  it('are whole for those who have to recognise them, and masked for auditors, on every page of a visit', async () => {
    const whole = ['赵立新', '王秀英'];
    const masked = ['赵**', '王**'];
    const everywhere = (names: string[]) => ({
      visit: names,
      visits: names,
      booking: names,
      bookings: names,
    });
    expect(await namesReadBy('supervisor')).to.deep.equal(everywhere(whole));
    expect(await namesReadBy('auditor')).to.deep.equal(everywhere(masked));
  });
});
