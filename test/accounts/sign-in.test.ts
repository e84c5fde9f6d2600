import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { demonstrationPassword } from '../../db/demonstration/people.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { connected } from './connected.ts';

const wrong = { username: 'officer', password: 'not this one' };
const right = { username: 'officer', password: demonstrationPassword };

describe('Signing in', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let clock: TestClock;
    let server: TestServer;

    beforeEach(async () => {
      database = await open();
      clock = testClock('2026-11-24T01:00:00.000Z');
      server = await startTestServer({ databaseUrl: database.databaseUrl, clock });
    });
    afterEach(async () => {
      await server.close();
      await database.close();
    });

    it('opens a session that knows who is signed in, until they sign out', async () => {
      const officer = await server.signedIn('officer');
      const { body } = await officer.request('GET', '/api/session');
      expect(body).to.include({ username: 'officer', role: 'district_officer', prison: null });
      const cookie = officer.cookie();
      expect((await officer.request('DELETE', '/api/session')).status).to.equal(204);
      const replayed = await server.client().request('GET', '/api/session', undefined, { cookie });
      expect(replayed.status).to.equal(401);
    });

    it('lets go at once of what was connected in the session, when they sign out', async () => {
      const [leaving, staying] = [await server.signedIn('supervisor'), await server.signedIn('officer')];
      const { letGo } = await connected(server, leaving);
      const other = await connected(server, staying);
      await leaving.request('DELETE', '/api/session');
      expect(await letGo).to.equal('access_withdrawn');
      const stillThere = await Promise.race([other.letGo, wait(100, 'still there')]);
      expect(stillThere).to.equal('still there');
    });

    it('ends a session after twelve hours', async () => {
      const officer = await server.signedIn('officer');
      clock.advance({ hours: 12 });
      expect((await officer.request('GET', '/api/session')).status).to.equal(401);
    });

    it('keeps neither passwords nor session tokens readable in the database', async () => {
      const officer = await server.signedIn('officer');
      const { db } = server.running.foundation;
      expect(await db('staff').where({ username: 'officer' }).first('password_hash'))
        .to.have.property('password_hash')
        .that.matches(/^\$argon2id\$/);
      const [session] = await db('staff_sessions');
      expect(officer.cookie()).to.not.contain(session.token_hash);
    });

    it('says the same of a wrong password and of a user name that nobody has', async () => {
      const someone = server.client();
      const wrongPassword = await someone.request('POST', '/api/session', wrong);
      const nobody = await someone.request('POST', '/api/session', { ...wrong, username: 'nobody' });
      expect(wrongPassword.status).to.equal(401);
      expect(nobody.body).to.deep.equal(wrongPassword.body);
    });

    it('locks a user name that nobody has as well: the lock does not tell which names there are', async () => {
      const someone = server.client();
      const answersTo = async (username: string) => {
        const answers = [];
        for (let n = 1; n <= 7; n += 1) {
          const { status, body } = await someone.request('POST', '/api/session', { ...wrong, username });
          answers.push({ status, body });
        }
        return answers;
      };
      const known = await answersTo('officer');
      expect(known.map(({ status }) => status)).to.deep.equal([401, 401, 401, 401, 401, 423, 423]);
      expect(await answersTo('nobody')).to.deep.equal(known);
    });

    it('does not tell by its time whether somebody has the name, or the account is locked', async () => {
      const someone = server.client();
      for (const username of ['officer', 'nobody']) {
        for (let n = 1; n <= 6; n += 1) {
          const begun = performance.now();
          await someone.request('POST', '/api/session', { ...wrong, username });
          expect(performance.now() - begun, `${username}, try ${n}`).to.be.at.least(245);
        }
      }
    });

    it('ends the session of whoever was signed in at the same browser before', async () => {
      const browser = await server.signedIn('officer');
      const before = browser.cookie();
      const supervisor = { username: 'supervisor', password: demonstrationPassword };
      expect((await browser.request('POST', '/api/session', supervisor)).status).to.equal(200);
      expect((await browser.request<{ role: string }>('GET', '/api/session')).body.role).to.equal(
        'district_supervisor',
      );
      const replayed = await server.client().request('GET', '/api/session', undefined, { cookie: before });
      expect(replayed.status).to.equal(401);
    });

    it('takes no session that a page has made up, whatever it is called', async () => {
      const cookie = `session=${'a'.repeat(43)}`;
      const planted = await server
        .client()
        .request(
          'POST',
          '/api/session',
          { username: 'officer', password: demonstrationPassword },
          { cookie },
        );
      expect(planted.headers.getSetCookie()[0]).to.match(
        /^session=(?!a{43})[\w-]{43};.*HttpOnly;.*SameSite=Strict/,
      );
      expect((await server.client().request('GET', '/api/session', undefined, { cookie })).status).to.equal(
        401,
      );
    });

    it('locks the account for fifteen minutes after five wrong passwords, even for the right one', async () => {
      const someone = server.client();
      for (let n = 1; n <= 5; n += 1) await someone.request('POST', '/api/session', wrong);
      const locked = await someone.request<{ code: string }>('POST', '/api/session', right);
      expect([locked.status, locked.body.code]).to.deep.equal([423, 'account_locked']);
      clock.advance({ minutes: 15 });
      expect((await someone.request('POST', '/api/session', right)).status).to.equal(200);
    });

    it('counts wrong passwords that come at once one after the other', async () => {
      const someone = server.client();
      await Promise.all(Array.from({ length: 8 }, () => someone.request('POST', '/api/session', wrong)));
      expect((await someone.request('POST', '/api/session', right)).status).to.equal(423);
    });

    it('does not let a disabled account in, nor keep it in', async () => {
      const officer = await server.signedIn('officer');
      await server.running.foundation
        .db('staff')
        .where({ username: 'officer' })
        .update({ disabled_at: '2026-11-24T00:00:00.000Z' });
      expect((await officer.request('GET', '/api/session')).status).to.equal(401);
      expect((await server.client().request('POST', '/api/session', right)).status).to.equal(401);
    });
  });
});
