import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import {
  type CaseOffice,
  forwarded,
  openCaseOffice,
  type Problem,
  submitted,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';

type Answered = Application & Problem;

describe('The answer to the applicant', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const tell = (username: string, id: string, body: object) =>
      office.as(username).post<Answered>(`/api/applications/${id}/answer`, body);
    const approved = async () => {
      const { id, version } = await forwarded(office);
      const path = `/api/applications/${id}/prison-review`;
      return (await office.as('baimaoling.approver').post(path, { version, decision: 'approve' })).body;
    };

    it('is due once it is decided, and is recorded once: how, when, and by whom', async () => {
      const { id, version, status, answer } = await approved();
      expect(answer).to.equal(null);
      expect(status).to.include({ dueAt: '2026-11-26T09:00:00.000Z', left: '2 working days left' });
      office.clock.set('2026-11-24T03:00:00.000Z');
      const told = await tell('officer', id, {
        version,
        channel: 'phone',
        toldAt: '2026-11-24T02:40:00.000Z',
      });
      expect(told.status).to.equal(200);
      expect(told.body.answer).to.deep.equal({
        at: '2026-11-24T02:40:00.000Z',
        by: (await office.foundation.db('staff').where({ username: 'officer' }).first()).display_name,
        channel: 'phone',
        late: false,
      });
      expect(told.body.status.text).to.equal(
        'Approved; the applicant was told on 2026-11-24 10:40 (By telephone)',
      );
      const entry = await office.lastEntry('baimaoling');
      expect(entry.kind).to.equal('application_answered');
      expect(entry.facts).to.include({ channel: 'phone', outcome: 'approved', late: false });
      const again = await tell('supervisor', id, { version: told.body.version, channel: 'sms' });
      expect([again.status, again.body.code]).to.deep.equal([409, 'already_answered']);
      expect(again.body).not.to.have.property('answer');
    });

    it('is overdue when it is not given in the working days of the rule, and late when it comes then', async () => {
      const { id, version } = await approved();
      office.clock.set('2026-11-27T09:30:00.000Z');
      const path = '/api/applications?state=approved&unanswered=true&overdue=true';
      const list = await office.as('officer').get<{ applications: Application[] }>(path);
      expect(list.body.applications.map((one) => [one.id, one.status.left])).to.deep.equal([
        [id, 'overdue by 1 working day'],
      ]);
      const told = await tell('officer', id, { version, channel: 'in_person' });
      expect(told.body.answer).to.include({ late: true, at: '2026-11-27T09:30:00.000Z' });
      const after = await office.as('officer').get<{ applications: Application[] }>(path);
      expect(after.body.applications).to.deep.equal([]);
    });

    it('is for the district to record, of what is decided, once it was told, and on a fresh page', async () => {
      const { id, version } = await approved();
      const open = await submitted(office, { prisonerId: await office.prisonerId('SCH-20240112') });
      const before = await office.everything();
      const bad: [string, Promise<{ status: number; body: Answered }>, number, string][] = [
        ['the prison', tell('baimaoling.approver', id, { version, channel: 'phone' }), 403, 'not_permitted'],
        ['an open one', tell('officer', open.id, { version: 1, channel: 'phone' }), 409, 'wrong_state'],
        ['a stale page', tell('officer', id, { version: version - 1, channel: 'phone' }), 409, 'stale_page'],
        ['no channel', tell('officer', id, { version, channel: 'pigeon' }), 400, 'malformed_request'],
        [
          'before it was decided',
          tell('officer', id, { version, channel: 'phone', toldAt: '2026-11-24T01:59:00.000Z' }),
          422,
          'told_at_no_such_time',
        ],
        [
          'in the future',
          tell('officer', id, { version, channel: 'phone', toldAt: '2026-11-24T02:01:00.000Z' }),
          422,
          'told_at_no_such_time',
        ],
      ];
      for (const [what, attempt, status, code] of bad) {
        const answer = await attempt;
        expect([answer.status, answer.body.code], what).to.deep.equal([status, code]);
      }
      expect(await office.everything()).to.equal(before);
    });

    it('is nothing that waits any more when the application is withdrawn', async () => {
      const { id, version } = await approved();
      await office.as('officer').post(`/api/applications/${id}/withdraw`, { version });
      const list = await office
        .as('officer')
        .get<{ applications: Application[] }>('/api/applications?unanswered=true');
      expect(list.body.applications).to.deep.equal([]);
    });
  });
});
