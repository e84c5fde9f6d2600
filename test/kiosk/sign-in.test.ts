import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import type { Answer, TestClient } from '../support/test-server.ts';
import {
  brother,
  done,
  type Kiosk,
  listOwn,
  mother,
  openKiosk,
  type Problem,
  type Submitted,
} from './a-kiosk.ts';

const nobody = idNumberOf('1991-01-01', 77);
const wrongCode = 'ABCDEFGH';

describe('A relative', () => {
  forEachDatabase((_name, open) => {
    let kiosk: Kiosk;
    let application: Submitted;
    beforeEach(async () => {
      kiosk = await openKiosk(await open());
      application = await kiosk.submit({ papers: false });
    });
    afterEach(() => kiosk.close());

    const tryCode = async (idNumber: string, queryCode: string): Promise<string> => {
      const { status, body } = await kiosk.signIn(kiosk.client(), idNumber, queryCode);
      return status === 200 ? 'in' : body.code;
    };
    const tryWrong = async (idNumber: string, times: number): Promise<string[]> => {
      const outcomes = [];
      for (let n = 0; n < times; n += 1) outcomes.push(await tryCode(idNumber, wrongCode));
      return outcomes;
    };
    const isIn = async (client: TestClient) =>
      (await client.request('GET', '/api/kiosk/session')).status === 200;

    it('signs in with identity number and query code, however the code is typed, and it is a line in the book', async () => {
      const { queryCode } = application;
      const typed = `${queryCode.slice(0, 4)} - ${queryCode.slice(4)}`.toLowerCase();
      const answer = await kiosk.signIn(kiosk.client(), mother.idNumber.toLowerCase(), typed);
      expect(answer.status).to.equal(200);
      expect(answer.body).to.include({ name: mother.name, idleSeconds: 1200 });
      const entry = await kiosk.lastEntry();
      const [visitor] = application.visitors;
      expect(entry).to.deep.include({
        kind: 'relative_signed_in',
        actor: { kind: 'visitor', id: visitor?.id },
        facts: { applicationNumber: application.number },
      });
      expect(JSON.stringify(entry)).to.not.match(/孙|310151/);
    });

    it('does not sign in with the code of an application of other people', async () => {
      const other = await kiosk.submit({ visitors: [brother], prisoner: 'BML-20210017', papers: false });
      expect(await tryCode(mother.idNumber, other.queryCode)).to.equal('wrong_query_code');
      expect(await tryCode(brother.idNumber, application.queryCode)).to.equal('wrong_query_code');
      expect(await tryCode(brother.idNumber, other.queryCode)).to.equal('in');
    });

    it('is told the same of a wrong code and of a number that nobody has, after the same time', async () => {
      const attempt = async (idNumber: string) => {
        const began = performance.now();
        const answer = await kiosk.signIn(kiosk.client(), idNumber, wrongCode);
        return { took: performance.now() - began, status: answer.status, body: answer.body };
      };
      const known = await attempt(mother.idNumber);
      const unknown = await attempt(nobody);
      expect(known.body).to.deep.equal(unknown.body);
      expect(known.status).to.equal(401).and.equal(unknown.status);
      for (const { took } of [known, unknown]) expect(took).to.be.at.least(245);
    });

    it('waits a quarter of an hour after as many wrong tries as the rule says, known or not', async () => {
      await setRule(kiosk.running.foundation, 'query_code_wrong_tries', 3);
      for (const idNumber of [mother.idNumber, nobody]) {
        expect(await tryWrong(idNumber, 4)).to.deep.equal([
          'wrong_query_code',
          'wrong_query_code',
          'wrong_query_code',
          'query_code_locked',
        ]);
      }
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('query_code_locked');
      kiosk.clock.advance({ minutes: 15 });
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('in');
    });

    it('gets no further try out of asking many times at once', async () => {
      await setRule(kiosk.running.foundation, 'query_code_wrong_tries', 3);
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, () => tryCode(mother.idNumber, wrongCode)),
      );
      expect(outcomes.filter((code) => code === 'wrong_query_code')).to.have.length(3);
    });

    it('begins to count anew after a right code', async () => {
      await tryWrong(mother.idNumber, 4);
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('in');
      await tryWrong(mother.idNumber, 4);
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('in');
    });

    it('can try again at once with a new code; the old one and what was open with it have ended', async () => {
      const atHome = await kiosk.relative(mother, application.queryCode);
      const other = await kiosk.submit({ visitors: [mother], prisoner: 'BML-20210017', papers: false });
      const withOther = await kiosk.relative(mother, other.queryCode);
      await tryWrong(mother.idNumber, 5);
      const { queryCode } = done(
        await kiosk.officer.request<{ queryCode: string }>(
          'POST',
          `/api/applications/${application.id}/query-code`,
          { reason: 'code_disclosed' },
        ),
        'a new code',
      );
      expect(await isIn(atHome)).to.equal(false);
      expect(await isIn(withOther)).to.equal(true);
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('wrong_query_code');
      expect(await tryCode(mother.idNumber, queryCode)).to.equal('in');
    });

    it('cannot go through the numbers of many people from one machine', async () => {
      await setRule(kiosk.running.foundation, 'query_code_wrong_tries', 1);
      const tries: Promise<string>[] = [];
      for (let n = 1; n <= 6; n += 1) tries.push(tryCode(idNumberOf('1991-01-01', n), wrongCode));
      expect(new Set(await Promise.all(tries))).to.deep.equal(new Set(['wrong_query_code']));
      expect(await tryCode(mother.idNumber, application.queryCode)).to.equal('too_many_wrong_tries_here');
    });

    it('is signed out after twenty minutes without a request, and four hours in all', async () => {
      const client = await kiosk.relative(mother, application.queryCode);
      for (let n = 0; n < 3; n += 1) {
        kiosk.clock.advance({ minutes: 19 });
        expect(await isIn(client)).to.equal(true);
      }
      kiosk.clock.advance({ minutes: 20 });
      expect(await isIn(client)).to.equal(false);
      const tireless = await kiosk.relative(mother, application.queryCode);
      for (let n = 0; n < 12; n += 1) {
        kiosk.clock.advance({ minutes: 19 });
        expect(await isIn(tireless)).to.equal(true);
      }
      kiosk.clock.advance({ minutes: 12 });
      expect(await isIn(tireless)).to.equal(false);
    });

    it('leaves nothing behind when they sign out: a cookie that was copied opens nothing', async () => {
      const client = await kiosk.relative(mother, application.queryCode);
      const copied = { cookie: client.cookie() };
      const read = () => kiosk.client().request('GET', '/api/kiosk/applications', undefined, copied);
      expect((await read()).status).to.equal(200);
      expect((await client.request('DELETE', '/api/kiosk/session')).status).to.equal(204);
      expect(client.cookie()).to.equal('');
      expect((await read()).status).to.equal(401);
      expect(await kiosk.running.foundation.db('relative_sessions')).to.deep.equal([]);
    });

    it('never takes over a session that somebody has laid there', async () => {
      const { db } = kiosk.running.foundation;
      const attacker = await kiosk.relative(mother, application.queryCode);
      const laid = attacker.cookie();
      const other = await kiosk.submit({ visitors: [brother], prisoner: 'BML-20210017', papers: false });
      const victim = kiosk.client();
      const answer = await victim.request<Problem>(
        'POST',
        '/api/kiosk/session',
        { idNumber: brother.idNumber, queryCode: other.queryCode },
        { cookie: laid },
      );
      expect(answer.status).to.equal(200);
      expect(victim.cookie()).to.not.equal(laid);
      expect(await isIn(attacker)).to.equal(false);
      expect(await db('relative_sessions')).to.have.length(1);
      const madeUp = kiosk.client();
      const invented = { cookie: 'relative_session=0000' };
      const refused = await madeUp.request('GET', '/api/kiosk/session', undefined, invented);
      expect(refused.status).to.equal(401);
    });

    it('is signed in with a cookie that no script and no other site gets at', async () => {
      const answer = await kiosk.signIn(kiosk.client(), mother.idNumber, application.queryCode);
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).to.match(/^relative_session=/);
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).to.contain(part);
      const stored = await inTransaction(kiosk.running.foundation.db, (trx) =>
        trx('relative_sessions').select(),
      );
      expect(JSON.stringify(stored)).to.not.contain(/=([^;]+)/.exec(cookie)?.[1]);
    });

    it('is not acted for by a page of another site', async () => {
      const client = await kiosk.relative(mother, application.queryCode);
      const foreign = { origin: 'http://elsewhere.example' };
      const before = await kiosk.everything();
      const answers: Answer<Problem>[] = [
        await client.request(
          'POST',
          `/api/kiosk/applications/${application.id}/withdraw`,
          { version: application.version },
          foreign,
        ),
        await client.request('DELETE', '/api/kiosk/session', undefined, foreign),
        await client.request(
          'POST',
          '/api/kiosk/session',
          { idNumber: mother.idNumber, queryCode: application.queryCode },
          foreign,
        ),
      ];
      for (const { status, body } of answers)
        expect([status, body.code]).to.deep.equal([403, 'foreign_origin']);
      expect(await kiosk.everything()).to.equal(before);
      expect((await listOwn(client)).status).to.equal(200);
    });

    it('is told in both languages what is wrong with what they typed', async () => {
      for (const [language, pattern] of [
        ['zh', /[\u4e00-\u9fff]/],
        ['en', /^[^\u4e00-\u9fff]+$/],
      ] as const) {
        const ask = (idNumber: string, queryCode: string) =>
          kiosk
            .client()
            .request<Problem & { errors?: { message: string }[] }>(
              'POST',
              '/api/kiosk/session',
              { idNumber, queryCode },
              { 'accept-language': language },
            );
        expect((await ask(mother.idNumber, wrongCode)).body.title).to.match(pattern);
        const malformed = await ask('123', 'ABC');
        expect(malformed.status).to.equal(400);
        for (const { message } of malformed.body.errors ?? []) expect(message).to.match(pattern);
      }
    });
  });
});
