import { expect } from 'chai';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  brother,
  child,
  type Kiosk,
  listOwn,
  mother,
  openKiosk,
  type Problem,
  paper,
  readOwn,
  type Submitted,
  stranger,
} from './a-kiosk.ts';

describe('At the kiosk a relative', () => {
  forEachDatabase((_name, open) => {
    let kiosk: Kiosk;
    beforeEach(async () => {
      kiosk = await openKiosk(await open());
    });
    afterEach(() => kiosk.close());

    it('sees every application that they are a visitor of, the newest first, and no other', async () => {
      const first = await kiosk.submit({ visitors: [mother, brother], papers: false });
      const other = await kiosk.submit({ visitors: [stranger], prisoner: 'BML-20230042', papers: false });
      const second = await kiosk.submit({ visitors: [brother], prisoner: 'BML-20210017', papers: false });
      const numbersOf = async (person: typeof mother, { queryCode }: Submitted) =>
        (await listOwn(await kiosk.relative(person, queryCode))).body.map(({ number }) => number);
      expect(await numbersOf(brother, first)).to.deep.equal([second.number, first.number]);
      expect(await numbersOf(mother, first)).to.deep.equal([first.number]);
      expect(await numbersOf(stranger, other)).to.deep.equal([other.number]);
    });

    it('gets nothing of anybody else’s application, and can do nothing with it', async () => {
      const own = await kiosk.submit({ papers: false });
      const other = await kiosk.submit({ visitors: [stranger], prisoner: 'BML-20230042', papers: false });
      const [visitor] = other.visitors;
      const client = await kiosk.relative(mother, own.queryCode);
      const before = await kiosk.everything();
      const path = `/api/kiosk/applications/${other.id}`;
      for (const [method, rest, body] of [
        ['GET', '', undefined],
        ['POST', '/resubmit', { version: other.version }],
        ['POST', '/withdraw', { version: other.version }],
        ['POST', '/documents', paper(visitor?.id ?? '', 'id_card')],
        ['POST', '/ask-again', { visitorIds: [visitor?.id] }],
      ] as const) {
        const answer = await client.request<Problem>(method, path + rest, body);
        expect([answer.status, answer.body.code], rest).to.deep.equal([404, 'not_found']);
      }
      expect(await kiosk.everything()).to.equal(before);
    });

    it('reads of others no more than it takes to know them: no name in full, no number, no telephone', async () => {
      const { id, queryCode } = await kiosk.submit({ visitors: [mother, brother, child] });
      const client = await kiosk.relative(brother, queryCode);
      const { body } = await readOwn(client, id);
      const text = JSON.stringify(body);
      for (const { name, idNumber, phone } of [mother, child]) {
        for (const secret of [name, idNumber, phone]) expect(text).to.not.contain(secret);
      }
      expect(text).to.not.match(/孙海波|BML-|310151|陈晓岚/);
      expect(body.visitors.map(({ name, own, minor }) => [name, own, minor])).to.deep.equal([
        ['孙**', false, false],
        ['孙海涛', true, false],
        ['孙**', false, true],
      ]);
      expect(body.prisonerName).to.equal('孙**');
    });

    it('is told which body decides now, and by when', async () => {
      const application = await kiosk.submit();
      const client = await kiosk.relative(mother, application.queryCode);
      const now = async () => {
        const { waitsFor, dueAt, overdue } = (await readOwn(client, application.id)).body;
        return { waitsFor, dueAt, overdue };
      };
      expect(await now()).to.deep.equal({
        waitsFor: 'district',
        dueAt: '2026-11-26T09:00:00.000Z',
        overdue: false,
      });
      await kiosk.forward(application);
      expect(await now()).to.deep.equal({
        waitsFor: 'prison',
        dueAt: '2026-11-27T09:00:00.000Z',
        overdue: false,
      });
      const later = await kiosk.relative(mother, application.queryCode);
      kiosk.clock.set('2026-11-30T01:00:00.000Z');
      expect((await readOwn(later, application.id)).status).to.equal(401);
      const back = await kiosk.relative(mother, application.queryCode);
      expect((await readOwn(back, application.id)).body.overdue).to.equal(true);
    });

    it('is told what was decided and why, in both languages, and not what the bodies write to each other', async () => {
      const application = await kiosk.submit();
      await kiosk.askSupplement(application, '户口簿第一页看不清');
      const client = await kiosk.relative(mother, application.queryCode);
      const read = async (language: string) =>
        (
          await client.request<FamilyApplication>(
            'GET',
            `/api/kiosk/applications/${application.id}`,
            undefined,
            { 'accept-language': language },
          )
        ).body;
      const [zh] = (await read('zh')).decisions;
      const [en] = (await read('en')).decisions;
      expect(zh).to.include({ body: 'district', decision: 'ask_supplement', note: '户口簿第一页看不清' });
      expect([zh?.reason, en?.reason]).to.deep.equal([
        '材料照片或扫描件不清晰，请重新提交。',
        'A picture or scan cannot be read; please hand it in again.',
      ]);
      const fine = await kiosk.submit({ visitors: [brother], prisoner: 'BML-20210017' });
      await kiosk.forward(fine);
      const forwarded = await readOwn(await kiosk.relative(brother, fine.queryCode), fine.id);
      expect(JSON.stringify(forwarded.body)).to.not.contain('内部说明');
      expect(forwarded.body.decisions.map(({ decision }) => decision)).to.deep.equal(['forward']);
    });

    it('is told of the visit that is booked: when, where, and when to be there', async () => {
      const application = await kiosk.submit({ visitors: [mother, brother] });
      await kiosk.forward(application);
      await kiosk.approve(application);
      const client = await kiosk.relative(mother, application.queryCode);
      expect((await readOwn(client, application.id)).body.visit).to.equal(null);
      const booking = await kiosk.book(application);
      const { visit } = (await readOwn(client, application.id)).body;
      expect(visit).to.deep.include({
        number: booking.number,
        state: 'booked',
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        visitRoom: booking.visitRoom.name,
      });
      // The demonstration lets a visit begin an hour early.
      expect(Date.parse(booking.startsAt) - Date.parse(visit?.arriveBy ?? '')).to.equal(60 * 60_000);
      await kiosk.officer.request('POST', `/api/bookings/${booking.id}/cancel`, {
        version: booking.version,
        reasonCode: 'equipment_fault',
      });
      const cancelled = (await readOwn(client, application.id)).body.visit;
      expect(cancelled).to.include({ state: 'cancelled', cancelReason: 'equipment_fault' });
    });

    it('is not staff, nor is staff a relative: neither session opens what is the other’s', async () => {
      const { id, queryCode } = await kiosk.submit({ papers: false });
      const client = await kiosk.relative(mother, queryCode);
      for (const path of [`/api/applications/${id}`, '/api/applications', '/api/bookings', '/api/session']) {
        expect((await client.request('GET', path)).status, path).to.equal(403);
      }
      expect((await readOwn(kiosk.officer, id)).status).to.equal(403);
      expect((await readOwn(kiosk.client(), id)).status).to.equal(401);
    });
  });
});
