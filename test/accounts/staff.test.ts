import { expect } from 'chai';
import { demonstrationPassword } from '../../db/demonstration/people.ts';
import type { OneTimePassword, StaffMember } from '../../server/accounts/staff-schema.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { testClock } from '../support/test-clock.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { connected } from './connected.ts';

type Problem = { code: string };
const newOfficer = {
  username: 'bai.officer-2',
  displayName: '李警官',
  role: 'prison_officer',
  prisonId: 'baimaoling',
};
const ownPassword = 'a password of my own';

describe('The accounts of the staff', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let server: TestServer;
    let administrator: TestClient;

    beforeEach(async () => {
      database = await open();
      server = await startTestServer({
        databaseUrl: database.databaseUrl,
        clock: testClock('2026-11-24T01:00:00.000Z'),
      });
      administrator = await server.signedIn('administrator');
    });
    afterEach(async () => {
      await server.close();
      await database.close();
    });

    const create = (body: object = newOfficer) =>
      administrator.request<OneTimePassword & Problem>('POST', '/api/staff', body);
    const list = async () => (await administrator.request<StaffMember[]>('GET', '/api/staff')).body;
    const find = async (username: string) => {
      const found = (await list()).find((one) => one.username === username);
      if (found === undefined) throw new Error(`no ${username}`);
      return found;
    };
    const act = async (username: string, action: string, body: object = {}) => {
      const { id, version } = await find(username);
      const path = `/api/staff/${id}/${action}`;
      return administrator.request<OneTimePassword & Problem>('POST', path, { version, ...body });
    };
    const signIn = (credentials: object) =>
      server.client().request<Problem>('POST', '/api/session', credentials);

    it('are created with a password that its owner replaces before anything else', async () => {
      const { body: fresh, status } = await create();
      expect(status).to.equal(201);
      expect(fresh.password).to.match(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
      expect((await signIn(fresh)).body.code).to.equal('new_password_needed');
      expect((await signIn({ ...fresh, newPassword: 'short' })).body.code).to.equal('malformed_request');
      expect((await signIn({ ...fresh, newPassword: fresh.password })).body.code).to.equal(
        'new_password_is_old',
      );
      expect((await find(fresh.username)).neverSignedIn).to.equal(true);
      expect((await signIn({ ...fresh, newPassword: ownPassword })).status).to.equal(200);
      expect((await signIn(fresh)).body.code, 'it is spent').to.equal('wrong_credentials');
      expect((await signIn({ username: fresh.username, password: ownPassword })).status).to.equal(200);
      expect((await find(fresh.username)).neverSignedIn).to.equal(false);
    });

    it('change their password by themselves when they sign in', async () => {
      const old = { username: 'officer', password: demonstrationPassword };
      expect((await signIn({ ...old, newPassword: ownPassword })).status).to.equal(200);
      expect((await signIn(old)).body.code).to.equal('wrong_credentials');
      expect((await signIn({ username: 'officer', password: ownPassword })).status).to.equal(200);
    });

    it('stand in the book of their prison, and those of the district in every book: by id, never by name', async () => {
      await create();
      const { db } = server.running.foundation;
      const entries = await db('ledger_entries').where({ kind: 'staff_account_created' });
      expect(entries.map(({ book_id: book }) => book)).to.deep.equal(['baimaoling']);
      expect(entries[0].entry).to.not.include('李警官').and.not.include('bai.officer-2');
      await create({ ...newOfficer, username: 'officer-9', role: 'district_officer', prisonId: null });
      expect(await db('ledger_entries').where({ kind: 'staff_account_created' })).to.have.lengthOf(5);
    });

    it('lose their sessions and all that is connected in them when they are disabled', async () => {
      const supervisor = await server.signedIn('supervisor');
      const { letGo } = await connected(server, supervisor);
      expect((await act('supervisor', 'disable')).status).to.equal(204);
      expect(await letGo).to.equal('access_withdrawn');
      expect((await supervisor.request('GET', '/api/session')).status).to.equal(401);
      const again = await signIn({ username: 'supervisor', password: demonstrationPassword });
      expect(again.body.code).to.equal('wrong_credentials');
      const { body: fresh } = await act('supervisor', 'enable');
      expect((await signIn({ ...fresh, newPassword: ownPassword })).status).to.equal(200);
    });

    it('lose their sessions when their password is reset', async () => {
      const officer = await server.signedIn('officer');
      const { body: fresh } = await act('officer', 'password');
      expect((await officer.request('GET', '/api/session')).status).to.equal(401);
      expect((await signIn(fresh)).body.code).to.equal('new_password_needed');
    });

    it('have another role or prison from the next request on', async () => {
      const officer = await server.signedIn('officer');
      const changed = { displayName: '李四', role: 'auditor', prisonId: null };
      expect((await act('officer', 'change', changed)).status).to.equal(204);
      const { body } = await officer.request<{ role: string }>('GET', '/api/session');
      expect(body.role).to.equal('auditor');
    });

    it('of administrators never all end', async () => {
      expect((await act('administrator', 'disable')).body.code).to.equal('last_administrator');
      const demoted = { displayName: 'x', role: 'auditor', prisonId: null };
      expect((await act('administrator', 'change', demoted)).body.code).to.equal('last_administrator');
      await create({ ...newOfficer, username: 'admin-2', role: 'administrator', prisonId: null });
      expect((await act('administrator', 'disable')).body.code).to.equal('own_account');
      expect((await act('admin-2', 'disable')).status).to.equal(204);
      expect((await find('administrator')).actions.disable).to.include({ code: 'last_administrator' });
    });

    it('are refused twice, without a prison, of an unknown one, from a stale page, and to all others', async () => {
      await create();
      expect((await create()).body.code).to.equal('username_taken');
      expect((await create({ ...newOfficer, prisonId: null })).body.code).to.equal('malformed_request');
      expect((await create({ ...newOfficer, username: 'x2', prisonId: 'nowhere' })).body.code).to.equal(
        'unknown_prison',
      );
      expect((await create({ ...newOfficer, username: 'Upper Case' })).body.code).to.equal(
        'malformed_request',
      );
      expect((await act('officer', 'disable', { version: 7 })).body.code).to.equal('stale_page');
      expect((await act('officer', 'enable')).body.code).to.equal('account_in_use');
      const supervisor = await server.signedIn('supervisor');
      expect((await supervisor.request<Problem>('GET', '/api/staff')).body.code).to.equal('not_permitted');
    });
  });
});
