import { expect } from 'chai';
import { markSeen, noticesOfVisitor } from '../../server/notices/index.ts';
import type { Notice, OfficeContactAnswer } from '../../server/notices/schema.ts';
import type { TransfersAnswer, TransferWithLines } from '../../server/notices/transfers/schema.ts';
import { startTestServer, type TestClient, type TestServer } from '../support/test-server.ts';
import { submittedApplication } from '../support/whole-way.ts';

type Problem = { code: string };

describe('The notices of a case', () => {
  let server: TestServer;
  let officer: TestClient;
  let applicationId: string;
  let visitorId: string;
  const contact = {
    phone: '021-59610000',
    address: { zh: '人民路1号', en: '1 Renmin Road' },
    hours: { zh: '工作日', en: 'working days' },
  };

  before(async function () {
    this.timeout(60_000);
    server = await startTestServer();
    officer = await server.signedIn('officer');
    const application = await submittedApplication(server);
    applicationId = application.id;
    visitorId = application.visitors[0]?.id ?? '';
  });
  after(() => server.close());

  const noticesFor = async (username: string) => {
    const someone = await server.signedIn(username);
    return someone.request<Notice[]>('GET', `/api/applications/${applicationId}/notices`);
  };

  it('are read by those who work on it, by others without words or names, and by no other prison', async () => {
    for (const username of ['officer', 'supervisor', 'baimaoling.approver']) {
      const [notice] = (await noticesFor(username)).body;
      expect(notice?.visitor.name, username).to.equal('王秀英');
      expect(notice?.texts?.full.zh).to.contain('王秀英：').and.to.contain('赵立新');
    }
    for (const username of ['baimaoling.officer', 'auditor']) {
      const { body } = await noticesFor(username);
      expect(body[0]?.texts).to.equal(null);
      expect(body[0]?.kind).to.equal('application_received');
      expect(JSON.stringify(body)).to.not.match(/王秀英|赵立新|138000/);
    }
    expect((await noticesFor('wujiawa.approver')).status).to.equal(404);
    const [notice] = (await noticesFor('officer')).body;
    const elsewhere = await server.signedIn('wujiawa.approver');
    expect((await elsewhere.request('GET', `/api/notices/${notice?.id}`)).status).to.equal(404);
  });

  it('keep who printed them and who told the visitor how, and offer each only to whom it is for', async () => {
    const [notice] = (await noticesFor('officer')).body;
    const path = `/api/notices/${notice?.id}`;
    const printed = await officer.request<Notice>('POST', `${path}/printed`);
    expect(printed.status).to.equal(200);
    const supervisor = await server.signedIn('supervisor');
    const told = await supervisor.request<Notice>('POST', `${path}/told`, { how: 'by_telephone' });
    expect(
      told.body.history.map(({ channel, state, by, reason }) => [channel, state, by === null, reason]),
    ).to.deep.equal([
      ['sms', 'waiting', true, ''],
      ['print', 'done', false, ''],
      ['told', 'done', false, 'by_telephone'],
    ]);
    const again = await officer.request<Problem>('POST', `${path}/text-again`);
    expect([again.status, again.body.code]).to.deep.equal([409, 'text_not_failed']);
    const [forApprover] = (await noticesFor('baimaoling.approver')).body;
    for (const action of Object.values(forApprover?.actions ?? {})) {
      expect(action).to.deep.include({ allowed: false, code: 'not_permitted' });
    }
    expect((await officer.request('POST', `${path}/told`, { how: 'by_pigeon' })).status).to.equal(400);
  });

  it('are the visitor’s own to read, and known to have been seen', async () => {
    const { foundation } = server.running;
    const [own] = await noticesOfVisitor(foundation.db, foundation, visitorId);
    expect(own?.full.zh).to.contain('下一步');
    expect(await noticesOfVisitor(foundation.db, foundation, 'somebody-else')).to.deep.equal([]);
    await markSeen(foundation, 'somebody-else', [own?.id ?? '']);
    await markSeen(foundation, visitorId, [own?.id ?? '']);
    await markSeen(foundation, visitorId, [own?.id ?? '']);
    const seen = await foundation.db('notice_delivery_events').where({ channel: 'screen' });
    expect(seen.map(({ notice_id: id }) => id)).to.deep.equal([own?.id]);
  });

  it('end with where to ask, which the supervisor and the administrator set, and nobody else', async () => {
    const supervisor = await server.signedIn('supervisor');
    const before = await officer.request<OfficeContactAnswer>('GET', '/api/office-contact');
    expect(before.body).to.deep.include({ contact: null });
    expect(before.body.actions.change).to.deep.include({ allowed: false, code: 'not_permitted' });
    expect((await officer.request('POST', '/api/office-contact', contact)).status).to.equal(403);
    expect(
      (await supervisor.request('POST', '/api/office-contact', { ...contact, phone: 'call me' })).status,
    ).to.equal(400);
    const after = await supervisor.request<OfficeContactAnswer>('POST', '/api/office-contact', contact);
    expect(after.body.contact).to.deep.equal(contact);
    const { id } = await submittedApplication(server, { prisoner: 'BML-20220103', serial: 2 });
    const [later] = (await officer.request<Notice[]>('GET', `/api/applications/${id}/notices`)).body;
    expect(later?.texts?.full.en).to.contain('021-59610000').and.to.contain('1 Renmin Road');
    expect(later?.texts?.message).to.contain('咨询021-59610000');
    expect((await noticesFor('officer')).body[0]?.texts?.full.en).to.not.contain('021-59610000');
  });

  it('leave as text messages by the hands of a district officer alone, with numbers in the file and nowhere else', async () => {
    const supervisor = await server.signedIn('supervisor');
    const refused = await supervisor.request<Problem>('POST', '/api/sms-transfers');
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'not_permitted']);
    const made = await officer.request<TransferWithLines>('POST', '/api/sms-transfers');
    expect(made.status).to.equal(201);
    const path = `/api/sms-transfers/${made.body.id}`;
    expect((await supervisor.request('GET', `${path}/file`)).status).to.equal(403);
    const auditor = await server.signedIn('auditor');
    for (const someone of [officer, supervisor, auditor]) {
      const pages = [
        await someone.request<TransfersAnswer>('GET', '/api/sms-transfers'),
        await someone.request<TransferWithLines>('GET', path),
      ];
      for (const { status, body } of pages) {
        expect(status).to.equal(200);
        expect(JSON.stringify(body)).to.not.match(/13800000000|王秀英/);
      }
    }
    const nothing = await officer.request<Problem>('POST', '/api/sms-transfers');
    expect([nothing.status, nothing.body.code]).to.deep.equal([409, 'nothing_to_transfer']);
    const form = new FormData();
    form.set('file', new Blob(['a,b\r\n']), 'receipts.csv');
    const receipts = await officer.request<Problem>('POST', '/api/sms-receipts', form);
    expect([receipts.status, receipts.body.code]).to.deep.equal([422, 'receipts_header']);
  });
});
