import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { RelationshipLookup, VerifiedRelationship } from '../../server/relationships/schema.ts';
import {
  approve,
  approved,
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  type Problem,
  paperForm,
  son,
  submitted,
  withPapers,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';
import { png } from '../support/png.ts';

describe('A verified relationship', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const withCard = async ({ id, visitors }: Application, kind = 'id_card') => {
      const [first] = visitors;
      const form = paperForm({ visitorId: first?.id ?? '', kind, content: png });
      expect((await office.as('officer').post(`/api/applications/${id}/documents`, form)).status).to.equal(
        201,
      );
      return (await office.as('officer').get(`/api/applications/${id}`)).body;
    };
    const forward = async ({ id, version }: Application) =>
      office.as('supervisor').post<Application & Problem>(`/api/applications/${id}/district-review`, {
        version,
        decision: 'forward',
      });
    const known = async (who = 'officer') => {
      const prisonerId = await office.prisonerId('BML-20220103');
      return (await office.as(who).get<VerifiedRelationship[]>(`/api/relationships?prisonerId=${prisonerId}`))
        .body;
    };
    const end = (id: string, body: unknown, who = 'supervisor') =>
      office.as(who).post<VerifiedRelationship[] & Problem>(`/api/relationships/${id}/end`, body);

    it('is recorded with the approval, until its re-check date, and is in the book', async () => {
      expect(await known()).to.deep.equal([]);
      await approved(office, { visitors: [mother, son] });
      const both = await known();
      expect(
        both.map(({ visitor, standing, revalidateOn }) => [visitor.name, standing, revalidateOn]),
      ).to.have.deep.members([
        [mother.name, 'holds', '2028-11-24'],
        [son.name, 'holds', '2028-11-24'],
      ]);
      const { facts, rules } = await office.lastEntry('baimaoling');
      expect(facts.verifiedRelationships).to.have.length(2);
      expect(JSON.stringify(rules)).to.include('relationship_revalidate_months');
    });

    it('is not recorded by a body that only forwards, or that refuses', async () => {
      const { id, version } = await forwarded(office);
      await office.as('baimaoling.approver').post(`/api/applications/${id}/prison-review`, {
        version,
        decision: 'refuse',
        reasonCode: 'safety',
      });
      expect(await known()).to.deep.equal([]);
    });

    it('leaves a later application with the identity card alone, of a minor with the household register', async () => {
      await approved(office, { visitors: [mother, son] });
      const later = await submitted(office, { visitors: [mother, son] });
      expect(later.visitors.map(({ verified }) => verified?.revalidateOn)).to.deep.equal([
        '2028-11-24',
        '2028-11-24',
      ]);
      const [ofMother, ofSon] = later.visitors.map(({ missingDocuments }) => missingDocuments);
      expect(ofMother).to.have.length(1);
      expect(ofMother?.[0]).to.include('identity card').and.include('has been verified');
      expect(ofSon?.[0]).to.include('household register');
      const sonId = later.visitors[1]?.id ?? '';
      await withCard(later);
      const form = paperForm({ visitorId: sonId, kind: 'household_register', content: png });
      await office.as('officer').post(`/api/applications/${later.id}/documents`, form);
      const ready = (await office.as('officer').get(`/api/applications/${later.id}`)).body;
      expect(ready.visitors.flatMap(({ missingDocuments }) => missingDocuments)).to.deep.equal([]);
      const inPrison = await forward(ready);
      expect(inPrison.status).to.equal(200);
      await approve(office, inPrison.body);
      // The son's register proved the relationship anew; the mother's card did not.
      expect((await known()).map(({ visitor, standing }) => [visitor.name, standing])).to.have.deep.members([
        [mother.name, 'holds'],
        [son.name, 'superseded'],
        [son.name, 'holds'],
      ]);
    });

    it('is one of a relation, a prisoner and an organisation: any other is proved by itself', async () => {
      await approved(office);
      const asSpouse = await submitted(office, { visitors: [{ ...mother, relationship: 'spouse' }] });
      expect(asSpouse.visitors[0]).to.deep.include({ verified: null });
      expect(asSpouse.visitors[0]?.missingDocuments).to.have.length(2);
      const ofAnother = await submitted(office, { prisonerId: await office.prisonerId('WJW-20220019') });
      expect(ofAnother.visitors[0]).to.deep.include({ verified: null });
    });

    it('has to be proved again from the re-check date on, and is not made longer by relying on it', async () => {
      await approved(office);
      office.clock.set('2028-11-22T02:00:00.000Z');
      const relying = await forward(await withCard(await submitted(office)));
      expect(relying.status).to.equal(200);
      await approve(office, relying.body);
      expect((await known()).map(({ revalidateOn }) => revalidateOn)).to.deep.equal(['2028-11-24']);
      office.clock.set('2028-11-23T16:00:00.000Z');
      expect((await known())[0]?.standing).to.equal('to_be_checked');
      const after = await withCard(await submitted(office));
      expect(after.visitors[0]).to.deep.include({ verified: null });
      expect(after.visitors[0]?.missingDocuments).to.have.length(1);
      expect((await forward(after)).body.code).to.equal('documents_missing');
    });

    it('is asked about by the counter with the number in hand, and told to nobody else', async () => {
      await approved(office);
      const body = { idNumber: mother.idNumber, prisonerId: await office.prisonerId('BML-20220103') };
      const answer = await office.as('officer').post<RelationshipLookup>('/api/relationships/lookup', body);
      expect(answer.body).to.deep.equal([
        { relationship: 'parent', organisation: '', standing: 'holds', revalidateOn: '2028-11-24' },
      ]);
      const ofAnother = { ...body, prisonerId: await office.prisonerId('WJW-20220019') };
      expect((await office.as('officer').post('/api/relationships/lookup', ofAnother)).body).to.deep.equal(
        [],
      );
      expect((await office.as('supervisor').post('/api/relationships/lookup', body)).status).to.equal(403);
    });

    it('is marked as ended with a reason, once, and its proofs are asked for again', async () => {
      await approved(office);
      await approved(office);
      const [latest, first] = await known();
      const before = await office.everything();
      expect((await end(latest?.id ?? '', { reasonCode: 'other' })).status).to.equal(400);
      expect((await end(first?.id ?? '', { reasonCode: 'proof_false' })).body.code).to.equal(
        'relationship_superseded',
      );
      for (const [who, status] of [
        ['wujiawa.approver', 404],
        ['baimaoling.officer', 403],
        ['auditor', 403],
      ] as const) {
        expect((await end(latest?.id ?? '', { reasonCode: 'proof_false' }, who)).status, who).to.equal(
          status,
        );
      }
      expect(await office.everything()).to.equal(before);

      const ended = await end(latest?.id ?? '', { reasonCode: 'proof_false', note: '派出所来函' });
      expect(ended.body.map(({ standing }) => standing)).to.deep.equal(['ended', 'ended']);
      expect((await end(latest?.id ?? '', { reasonCode: 'proof_false' })).body.code).to.equal(
        'relationship_ended_already',
      );
      const entry = await office.lastEntry('baimaoling');
      expect(entry).to.deep.include({ kind: 'relationship_ended' });
      expect(entry.facts).to.include({ relationship: 'parent', reasonCode: 'proof_false' });
      expect(JSON.stringify(entry)).not.to.include('派出所');
      const later = await submitted(office);
      expect(later.visitors[0]?.missingDocuments).to.have.length(2);
      await approve(office, (await forward(await withPapers(office, later))).body);
      expect((await known())[0]?.standing).to.equal('holds');
    });

    it('of an organisation that is guardian is one of its representative, proved with its authorisation', async () => {
      const representative = { ...mother, relationship: 'guardian_organisation', organisation: '区福利院' };
      const application = await submitted(office, { visitors: [representative] });
      const missing = ({ visitors }: Application) => visitors[0]?.missingDocuments.join('; ');
      expect(missing(application)).to.include('proof of guardianship').and.include('authorisation');
      let current = application;
      for (const kind of ['id_card', 'guardianship_proof', 'assignment_letter']) {
        current = await withCard(current, kind);
      }
      expect(missing(current)).to.equal('');
      await approve(office, (await forward(current)).body);
      const again = await submitted(office, { visitors: [representative] });
      expect(again.visitors[0]?.verified?.revalidateOn).to.equal('2028-11-24');
      await office.as('officer').post(`/api/applications/${again.id}/withdraw`, { version: again.version });
      const ofAnother = await submitted(office, {
        visitors: [{ ...representative, organisation: '另一福利院' }],
      });
      expect(ofAnother.visitors[0]?.verified).to.equal(null);
    });

    it('that ended while the prison had the application stops the approval, and says what to do', async () => {
      await approved(office);
      const inPrison = (await forward(await withCard(await submitted(office)))).body;
      const [verified] = await known();
      await end(verified?.id ?? '', { reasonCode: 'proof_false' });
      const before = await office.everything();
      const refusal = await office
        .as('baimaoling.approver')
        .post<Problem>(`/api/applications/${inPrison.id}/prison-review`, {
          version: inPrison.version,
          decision: 'approve',
        });
      expect(refusal.body.code).to.equal('documents_missing');
      expect(refusal.body.title).to.include('Ask for more papers');
      expect(await office.everything()).to.equal(before);
    });

    it('shows an auditor no name, and a prison officer no visitor’s', async () => {
      await approved(office);
      expect((await known('auditor'))[0]).to.deep.include({
        visitor: { id: (await known())[0]?.visitor.id, name: '孙**' },
      });
      expect((await known('auditor'))[0]?.prisoner.name).to.equal('孙**');
      expect((await known('baimaoling.officer'))[0]?.visitor.name).to.equal('孙**');
    });
  });
});
