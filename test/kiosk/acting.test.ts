import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { AskedAgain, FamilyApplication } from '../../server/kiosk/schema.ts';
import { setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { png } from '../support/png.ts';
import type { TestClient } from '../support/test-server.ts';
import {
  brother,
  child,
  done,
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

describe('A relative at the kiosk', () => {
  forEachDatabase((_name, open) => {
    let kiosk: Kiosk;
    let application: Submitted;
    let client: TestClient;
    beforeEach(async () => {
      kiosk = await openKiosk(await open());
      application = await kiosk.submit({ visitors: [mother, brother] });
      client = await kiosk.relative(mother, application.queryCode);
    });
    afterEach(() => kiosk.close());

    const act = <T = FamilyApplication & Problem>(
      action: string,
      body: unknown,
      { as = client, id = application.id } = {},
    ) => as.request<T>('POST', `/api/kiosk/applications/${id}/${action}`, body);
    const versionNow = async () => (await readOwn(client, application.id)).body.version;
    const idOf = (name: string) => application.visitors.find((visitor) => visitor.name === name)?.id ?? '';
    const staffView = async (id = application.id) =>
      (await kiosk.officer.request<Application>('GET', `/api/applications/${id}`)).body;

    describe('hands in a paper', () => {
      it('for anybody of the application; staff see who handed it in, and that it was in self-service', async () => {
        const answer = await act('documents', paper(idOf(brother.name), 'police_proof'));
        expect(answer.status).to.equal(201);
        expect(answer.body.documents.map(({ kind }) => kind)).to.include('police_proof');
        const document = (await staffView()).documents.find(({ kind }) => kind === 'police_proof');
        expect(document).to.include({ selfService: true, uploadedBy: mother.name });
        expect((await staffView()).documents[0]).to.include({ selfService: false, uploadedBy: '陈晓岚' });
        const entry = await kiosk.lastEntry();
        expect(entry).to.deep.include({
          kind: 'document_added',
          actor: { kind: 'visitor', id: idOf(mother.name) },
        });
      });

      it('and gives the application back to the body that asked for it', async () => {
        await kiosk.askSupplement(application, '户口簿看不清');
        kiosk.clock.advance({ minutes: 1 });
        done(await act('documents', paper(idOf(mother.name), 'notarial_certificate')), 'a paper');
        const answer = await act('resubmit', { version: await versionNow() });
        expect(answer.status).to.equal(200);
        expect(answer.body).to.include({ state: 'district_review', waitsFor: 'district' });
        expect(await kiosk.lastEntry()).to.deep.include({
          kind: 'application_resubmitted',
          actor: { kind: 'visitor', id: idOf(mother.name) },
        });
      });

      it('for nobody who is a stranger to it, of no kind that is unknown, and nothing but pictures and PDF', async () => {
        const before = await kiosk.everything();
        const page = Buffer.from('<!doctype html><script>alert(1)</script>');
        for (const [what, form, status] of [
          ['a stranger', paper('stranger', 'id_card'), 404],
          ['an unknown kind', paper(idOf(mother.name), 'letter_of_love'), 400],
          ['a page', paper(idOf(mother.name), 'police_proof', page), 415],
          ['nothing', paper(idOf(mother.name), 'police_proof', Buffer.alloc(0)), 400],
          ['too much', paper(idOf(mother.name), 'police_proof', Buffer.alloc(8_000_001)), 413],
        ] as const) {
          expect((await act('documents', form)).status, what).to.equal(status);
        }
        expect((await act('documents', paper('x', 'id_card'), { as: kiosk.client() })).status).to.equal(401);
        expect(await kiosk.everything()).to.equal(before);
      });

      it('not while the prison decides', async () => {
        await kiosk.forward(application);
        const answer = await act('documents', paper(idOf(mother.name), 'police_proof'));
        expect(answer.body).to.include({ code: 'wrong_state' });
        const { actions } = (await readOwn(client, application.id)).body;
        expect(actions.addDocument).to.deep.include({ allowed: false, code: 'wrong_state' });
      });

      it('not once it is approved: a renewed card counts for the days of a visit, and an officer has to see it', async () => {
        await kiosk.forward(application);
        await kiosk.approve(application);
        const answer = await act('documents', paper(idOf(mother.name), 'id_card', Buffer.concat([png, png])));
        expect(answer.body).to.include({ code: 'renewed_card_at_counter' });
        const { actions } = (await readOwn(client, application.id)).body;
        expect(actions.addDocument).to.deep.include({ allowed: false, code: 'renewed_card_at_counter' });
        expect((await staffView()).actions.addDocument.allowed).to.equal(true);
      });
    });

    describe('withdraws an application', () => {
      it('that is theirs, once they have seen how it stands', async () => {
        const stale = await act('withdraw', { version: 99 });
        expect(stale.body).to.include({ code: 'stale_page' });
        const answer = await act('withdraw', { version: await versionNow() });
        expect(answer.body).to.include({ state: 'withdrawn', waitsFor: null });
        expect(await kiosk.lastEntry()).to.deep.include({
          kind: 'application_withdrawn',
          actor: { kind: 'visitor', id: idOf(mother.name) },
        });
        expect((await act('withdraw', { version: answer.body.version })).body.code).to.equal('wrong_state');
      });

      it('as its applicant and not as one who only comes along', async () => {
        const other = await kiosk.relative(brother, application.queryCode);
        const { actions } = (await readOwn(other, application.id)).body;
        expect(actions.withdraw).to.deep.include({ allowed: false, code: 'only_applicant_withdraws' });
        const answer = await act('withdraw', { version: await versionNow() }, { as: other });
        expect([answer.status, answer.body.code]).to.deep.equal([403, 'only_applicant_withdraws']);
      });

      it('not while a slot is held for it, and the screen says so beforehand', async () => {
        await kiosk.forward(application);
        await kiosk.approve(application);
        const { id } = await kiosk.book(await staffView());
        const held = { state: 'held', held_until: '2026-12-31T00:00:00.000Z' };
        await kiosk.running.foundation.db('bookings').where({ id }).update(held);
        const { actions, version, visit } = (await readOwn(client, application.id)).body;
        expect(visit).to.equal(null);
        expect(actions.withdraw).to.deep.include({ allowed: false, code: 'live_booking_of_family' });
        expect((await act('withdraw', { version })).body.code).to.equal('live_booking_of_family');
      });

      it('not once a visit is booked on it: the counter cancels that first', async () => {
        await kiosk.forward(application);
        await kiosk.approve(application);
        await kiosk.book(application);
        const answer = await act('withdraw', { version: await versionNow() });
        expect([answer.status, answer.body.code]).to.deep.equal([409, 'live_booking_of_family']);
      });
    });

    describe('asks again', () => {
      const ask = <T = AskedAgain & Problem>(body: unknown, { as = client, id = application.id } = {}) =>
        act<T>('ask-again', body, { as, id });

      /** The visit of the application has been booked, so that there is something to ask for again. */
      beforeEach(async () => {
        await kiosk.forward(application);
        await kiosk.approve(application);
        await kiosk.book(application);
      });

      it('for the same prisoner with people who were approved, without typing who they are', async () => {
        const ids = [idOf(brother.name), idOf(mother.name)];
        const answer = await ask({ visitorIds: ids, wishedTime: 'morning', wishes: '周三' });
        expect(answer.status).to.equal(201);
        const view = await staffView(answer.body.application.id);
        expect(view).to.include({
          origin: 'online',
          selfService: true,
          createdBy: mother.name,
          state: 'district_review',
          residence: 'household',
        });
        expect(view.prisoner.id).to.equal(application.prisoner.id);
        expect(view.visitors.map(({ name, relationship }) => [name, relationship])).to.deep.equal([
          [mother.name, 'parent'],
          [brother.name, 'sibling'],
        ]);
        expect(view.wishes).to.contain('周三');
        const entry = await kiosk.lastEntry();
        expect(entry).to.deep.include({
          kind: 'application_submitted',
          actor: { kind: 'visitor', id: idOf(mother.name) },
        });
        expect((await listOwn(client)).body).to.have.length(2);
      });

      it('and gets a query code of its own, with which they sign in', async () => {
        const { queryCode } = (await ask({ visitorIds: [idOf(mother.name)] })).body;
        expect(queryCode).to.match(/^\w{8}$/);
        expect((await kiosk.signIn(kiosk.client(), mother.idNumber, queryCode)).status).to.equal(200);
      });

      it('as the applicant, whoever was it before, and may leave others at home', async () => {
        const other = await kiosk.relative(brother, application.queryCode);
        const answer = await ask({ visitorIds: [idOf(brother.name)] }, { as: other });
        expect(answer.status).to.equal(201);
        const { visitors } = await staffView(answer.body.application.id);
        expect(visitors.map(({ name }) => name)).to.deep.equal([brother.name]);
      });

      it('and only has to show the identity card: the prison has verified the relationship', async () => {
        const { visitors } = (await ask({ visitorIds: [idOf(mother.name)] })).body.application;
        expect(visitors[0]?.missingDocuments).to.have.length(1);
        expect(visitors[0]?.missingDocuments[0]).to.match(/^居民身份证/);
      });

      it('and any officer may review it, as none of them entered it', async () => {
        const { application: again } = (await ask({ visitorIds: [idOf(mother.name)] })).body;
        done(await act('documents', paper(idOf(mother.name), 'id_card'), { id: again.id }), 'card');
        const { version } = await staffView(again.id);
        const answer = await kiosk.officer.request<Application>(
          'POST',
          `/api/applications/${again.id}/district-review`,
          { version, decision: 'forward', note: '' },
        );
        expect(answer.status).to.equal(200);
      });

      it('not for people who were not approved with them, nor without coming along', async () => {
        const elsewhere = await kiosk.submit({
          visitors: [stranger],
          prisoner: 'BML-20230042',
          papers: false,
        });
        const before = await kiosk.everything();
        for (const [visitorIds, code] of [
          [[idOf(mother.name), elsewhere.visitors[0]?.id ?? ''], 'not_found'],
          [[idOf(brother.name)], 'yourself_has_to_come'],
          [[], 'malformed_request'],
        ] as const) {
          expect((await ask({ visitorIds })).body.code).to.equal(code);
        }
        expect(await kiosk.everything()).to.equal(before);
      });

      it('not twice while the first is being decided', async () => {
        const { number } = (await ask({ visitorIds: [idOf(mother.name)] })).body.application;
        const answer = await ask<Problem & { facts: object }>({ visitorIds: [idOf(mother.name)] });
        expect(answer.body).to.deep.include({ code: 'already_applied', facts: { number } });
      });

      it('twice at the same moment gets one application', async () => {
        const answers = await Promise.all([1, 2, 3].map(() => ask({ visitorIds: [idOf(mother.name)] })));
        expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
      });

      it('five times a day at most', async () => {
        for (let n = 0; n < 5; n += 1) {
          const { application: again } = done(await ask({ visitorIds: [idOf(mother.name)] }), 'asking');
          done(await act('withdraw', { version: again.version }, { id: again.id }), 'withdrawing');
        }
        expect((await ask({ visitorIds: [idOf(mother.name)] })).body.code).to.equal('asked_often_enough');
      });

      it('is refused by the same rules as at the counter', async () => {
        await setRule(kiosk.running.foundation, 'max_visitors', 1);
        const both = [idOf(mother.name), idOf(brother.name)];
        expect((await ask({ visitorIds: both })).body.code).to.equal('too_many_visitors');
      });
    });

    it('does not ask again before there is an approval with a visit, nor as a child', async () => {
      const ask = (as = client) => act<Problem>('ask-again', { visitorIds: [idOf(mother.name)] }, { as });
      expect((await ask()).body.code).to.equal('only_approved_again');
      await kiosk.forward(application);
      await kiosk.approve(application);
      expect((await ask()).body.code).to.equal('visit_not_arranged_yet');
      const withChild = await kiosk.submit({ visitors: [mother, child], prisoner: 'BML-20210017' });
      await kiosk.forward(withChild);
      await kiosk.approve(withChild);
      await kiosk.book(withChild);
      const asChild = await kiosk.relative(child, withChild.queryCode);
      const { actions } = (await readOwn(asChild, withChild.id)).body;
      expect(actions.askAgain).to.deep.include({ allowed: false, code: 'adult_has_to_ask' });
    });
  });
});
