import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { Prisoner } from '../../server/people/schema.ts';
import { addApplication, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import {
  approver,
  type CustodyOffice,
  district,
  openCustodyOffice,
  type Problem,
  today,
} from './a-custody-office.ts';

describe('An application for a prisoner', () => {
  forEachDatabase((_name, open) => {
    let office: CustodyOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openCustodyOffice(await open());
      await setRule(office.foundation, 'four_eyes_district', false);
    });
    afterEach(() => office.close());

    const submit = (prisonerId: string) =>
      office.ask<Application & Problem>(district, 'POST', '/api/applications', {
        kind: 'family_visit',
        origin: 'district',
        prisonerId,
        visitors: [
          {
            name: '钱多多',
            idNumber: idNumberOf('1975-05-05'),
            phone: '13800000000',
            relationship: 'spouse',
          },
        ],
        language: 'mandarin',
        residence: 'household',
      });
    const leavings: [string, object][] = [
      ['prisoner_released', { change: 'release', day: today }],
      ['prisoner_transferred_elsewhere', { change: 'leave', day: today }],
    ];

    it('who is barred for a time is accepted, and whoever works on it is told until when', async () => {
      const id = await office.prisoner();
      await office.change(id, { change: 'bar', kind: 'strict_training', from: today, to: '2026-12-10' });
      const submitted = await submit(id);
      expect(submitted.status, JSON.stringify(submitted.body)).to.equal(201);
      const { warnings } = (
        await office.ask<Application>(district, 'GET', `/api/applications/${submitted.body.id}`)
      ).body;
      const warning = warnings.find(({ code }) => code === 'strict_training');
      expect(warning?.text)
        .to.match(/until 2026-12-10/)
        .and.match(/2026-12-11/);
    });

    for (const [code, change] of leavings) {
      it(`who is gone is refused, and so are forwarding and approval; refusing stays possible: ${code}`, async () => {
        const id = await office.prisoner();
        const forwarding = await addApplication(office.foundation, {
          prisonerId: id,
          state: 'district_review',
        });
        const approving = await addApplication(office.foundation, { prisonerId: id, state: 'prison_review' });
        await office.change(id, change);
        const before = await office.everything();
        const refused = await submit(id);
        expect([refused.status, refused.body.code]).to.deep.equal([422, code]);
        expect(refused.body.title).to.not.match(/[{}]/);
        const review = { version: 1, note: '' };
        const forward = await office.ask(
          district,
          'POST',
          `/api/applications/${forwarding}/district-review`,
          {
            ...review,
            decision: 'forward',
          },
        );
        const approve = await office.ask(approver, 'POST', `/api/applications/${approving}/prison-review`, {
          ...review,
          decision: 'approve',
        });
        expect([forward.body.code, approve.body.code]).to.deep.equal([code, code]);
        expect(await office.everything()).to.equal(before);
        const { body } = await office.ask<Application>(approver, 'GET', `/api/applications/${approving}`);
        expect(body.actions.approve).to.deep.include({ allowed: false, code });
        expect(body.actions.refuseByPrison).to.deep.equal({ allowed: true });
      });
    }

    it('who was moved to another prison is one for that prison; what waits for the old one is told so', async () => {
      const id = await office.prisoner();
      const waiting = await addApplication(office.foundation, { prisonerId: id, state: 'prison_review' });
      await office.change(id, { change: 'transfer', toPrisonId: 'sichahe', day: today });
      const submitted = await submit(id);
      expect(submitted.body.prison?.id).to.equal('sichahe');
      const approve = await office.ask(approver, 'POST', `/api/applications/${waiting}/prison-review`, {
        version: 1,
        decision: 'approve',
        note: '',
      });
      expect([approve.body.code, /sichahe/.test(approve.body.title)]).to.deep.equal([
        'prisoner_transferred',
        true,
      ]);
    });

    it('is begun by a search that says who is gone, and who is barred until when', async () => {
      const [gone, barred] = [await office.prisoner(), await office.prisoner()];
      await office.change(gone, { change: 'release', day: today });
      await office.change(barred, { change: 'bar', kind: 'investigation', from: today });
      const search = `/api/prisoners?search=${encodeURIComponent('某甲')}`;
      const { body } = await office.ask<Prisoner[]>(district, 'GET', search);
      const against = (id: string) => body.find((prisoner) => prisoner.id === id)?.against;
      expect(against(gone)).to.deep.include({ code: 'prisoner_released', gone: true });
      expect(against(barred)).to.deep.include({ code: 'investigation', gone: false });
    });
  });
});
