import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { addDocument } from '../../server/applications/add-document.ts';
import type { Application, ApplicationDocument } from '../../server/applications/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { png } from '../support/png.ts';
import {
  approved,
  type CaseOffice,
  filesIn,
  forwarded,
  jpeg,
  mother,
  openCaseOffice,
  type Paper,
  type Problem,
  paperForm,
  pdf,
  submitted,
} from './case-office.ts';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('A paper', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    let application: Application;
    let visitorId: string;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
      application = await submitted(office);
      visitorId = application.visitors[0]?.id ?? '';
    });
    afterEach(() => office.close());

    const add = (paper: Partial<Paper> = {}, username = 'officer') =>
      office
        .as(username)
        .post<ApplicationDocument & Problem>(
          `/api/applications/${application.id}/documents`,
          paperForm({ visitorId, kind: 'id_card', ...paper }),
        );
    const pathOf = (documentId: string) => `/api/applications/${application.id}/documents/${documentId}`;
    const diskPathOf = (documentId: string) =>
      join(office.foundation.dataDir, 'documents', application.id, documentId);

    it('is kept sealed, named by its content’s hash in the row and in the book', async () => {
      const { status, body } = await add({ content: png, fileName: '../身份证.exe' });
      expect(status).to.equal(201);
      expect(body).to.include({ mediaType: 'image/png', fileName: '身份证.png', sha256: sha256(png) });
      const sealed = readFileSync(diskPathOf(body.id));
      expect(sealed.includes(png.subarray(8, 40))).to.equal(false);
      expect(sealed.length).to.be.above(png.length);
      const entry = await office.lastEntry('baimaoling');
      expect(entry.kind).to.equal('document_added');
      expect(entry.facts).to.deep.include({ sha256: sha256(png), documentKind: 'id_card' });
      expect(JSON.stringify(entry)).not.to.include('身份证');
    });

    it('comes back byte by byte, and each look is a line in the book', async () => {
      for (const content of [png, pdf, jpeg]) {
        const { body } = await add({ content });
        const viewed = await office.as('baimaoling.approver').get(pathOf(body.id));
        expect(viewed.status).to.equal(200);
        expect(viewed.bytes.equals(content)).to.equal(true);
        expect(viewed.headers.get('content-type')).to.equal(body.mediaType);
        expect(viewed.headers.get('content-disposition')).to.match(/^attachment/);
      }
      const views = (await office.entryKinds('baimaoling')).filter((kind) => kind === 'document_viewed');
      expect(views).to.have.length(3);
    });

    it('is shown to those who decide and inspect, and to nobody else', async () => {
      const { body } = await add();
      const before = await office.everything();
      for (const [username, status] of [
        ['baimaoling.officer', 403],
        ['administrator', 403],
        ['wujiawa.approver', 404],
        ['nobody', 401],
      ] as const) {
        expect((await office.as(username).get(pathOf(body.id))).status, username).to.equal(status);
      }
      expect(await office.everything()).to.equal(before);
      for (const username of ['officer', 'supervisor', 'auditor']) {
        expect((await office.as(username).get(pathOf(body.id))).status, username).to.equal(200);
      }
    });

    it('makes the page stale on which somebody was about to decide', async () => {
      await add();
      const answer = await office
        .as('supervisor')
        .post<Problem>(`/api/applications/${application.id}/district-review`, {
          version: application.version,
          decision: 'ask_supplement',
          reasonCode: 'other',
          note: '请补充',
        });
      expect(answer.body).to.include({ code: 'stale_page' });
    });

    it('that cannot be kept is refused with its reason, and leaves neither row, line nor file', async () => {
      const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 7)]);
      const html = Buffer.from('<!doctype html><script>alert(1)</script>');
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
      const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
      const oversize = Buffer.concat([pdf, Buffer.alloc(8_000_001 - pdf.length, 32)]);
      const before = await office.everything();
      const bad: [string, Partial<Paper>, number, string][] = [
        ['a program called .pdf', { content: exe, fileName: 'card.pdf' }, 415, 'file_type_not_allowed'],
        ['a page called .png', { content: html, fileName: 'card.png' }, 415, 'file_type_not_allowed'],
        ['a drawing called .jpg', { content: svg, fileName: 'card.jpg' }, 415, 'file_type_not_allowed'],
        ['another kind of picture', { content: gif, fileName: 'card.gif' }, 415, 'file_type_not_allowed'],
        ['an empty file', { content: Buffer.alloc(0) }, 400, 'no_file'],
        ['a file of 8 000 001 bytes', { content: oversize }, 413, 'too_large'],
        ['an unknown kind', { kind: 'letter_of_love' }, 400, 'malformed_request'],
        ['a stranger’s paper', { visitorId: 'stranger' }, 404, 'not_found'],
      ];
      for (const [what, paper, status, code] of bad) {
        const answer = await add(paper);
        expect([answer.status, answer.body.code], what).to.deep.equal([status, code]);
        expect(answer.body.title, what).to.be.a('string').and.not.equal('');
      }
      expect((await add({}, 'supervisor')).status).to.equal(403);
      expect((await add({}, 'baimaoling.approver')).status).to.equal(403);
      const form = new FormData();
      form.append('visitorId', visitorId);
      form.append('kind', 'id_card');
      const noFile = await office
        .as('officer')
        .post<Problem>(`/api/applications/${application.id}/documents`, form);
      expect(noFile.body).to.include({ code: 'no_file' });
      const elsewhere = await office
        .as('officer')
        .post(`/api/applications/..%2f..%2fkeys/documents`, paperForm({ visitorId, kind: 'id_card' }));
      expect(elsewhere.status).to.equal(404);
      expect(await office.everything()).to.equal(before);
      expect(filesIn(office.foundation.dataDir)).to.deep.equal([]);
    });

    it('of identity is kept up to its last day, and refused after it with the rule and the way out', async () => {
      const before = await office.everything();
      const expired = await add({ kind: 'id_card', validUntil: '2026-11-23' });
      expect([expired.status, expired.body.code]).to.deep.equal([422, 'paper_expired']);
      expect(expired.body.title).to.include('rule 4').and.include('2026-11-23').and.include('police');
      expect((await add({ kind: 'id_card', validUntil: '23/11/2026' })).status).to.equal(400);
      expect(await office.everything()).to.equal(before);
      expect((await add({ kind: 'id_card', validUntil: '2026-11-24' })).status).to.equal(201);
      const { body } = await office.as('officer').get(`/api/applications/${application.id}`);
      expect(body.documents[0]).to.include({ validUntil: '2026-11-24' });
      expect((await office.lastEntry('baimaoling')).facts).to.include({ validUntil: '2026-11-24' });
      office.clock.set('2026-11-24T16:00:00.000Z');
      const after = await office.as('officer').get(`/api/applications/${application.id}`);
      expect(after.body.visitors[0]?.missingDocuments[0]).to.include('identity card');
    });

    it('of identity that was renewed is still taken after the approval, and no other', async () => {
      const { id, visitors } = await approved(office, {
        prisonerId: await office.prisonerId('BML-20210017'),
      });
      const paper = (kind: string) =>
        office
          .as('officer')
          .post<Problem>(
            `/api/applications/${id}/documents`,
            paperForm({ visitorId: visitors[0]?.id ?? '', kind, content: jpeg, validUntil: '2046-11-01' }),
          );
      const other = await paper('marriage_certificate');
      expect([other.status, other.body.code]).to.deep.equal([409, 'only_identity_after_approval']);
      expect((await paper('id_card')).status).to.equal(201);
    });

    it('is kept to the limit of 8 MB', async () => {
      const content = Buffer.concat([pdf, Buffer.alloc(8_000_000 - pdf.length, 32)]);
      expect((await add({ content })).status).to.equal(201);
    });

    it('is kept once, however often it is sent', async () => {
      await add();
      const before = await office.everything();
      expect((await add()).body).to.include({ code: 'document_already_on_file' });
      expect(await office.everything()).to.equal(before);
    });

    it('leaves no file when its row cannot be written', async () => {
      const { ledger } = office.foundation;
      office.foundation.ledger = {
        ...ledger,
        append: async () => {
          throw new Error('the book cannot be written');
        },
      };
      const before = await office.everything();
      expect((await addThrough(office, application.id, visitorId)).message).to.include('cannot be written');
      expect(await office.everything()).to.equal(before);
    });

    it('that was changed or swapped on the disk is not shown, and not written down as seen', async () => {
      const first = (await add({ content: png })).body.id;
      const second = (await add({ content: pdf })).body.id;
      const before = await office.entryKinds('baimaoling');
      renameSync(diskPathOf(second), diskPathOf(first));
      for (const id of [first, second]) {
        const answer = await office.as('officer').get<Problem>(pathOf(id));
        expect([answer.status, answer.body.code]).to.deep.equal([503, 'document_unreadable']);
      }
      const sealed = readFileSync(diskPathOf(first));
      sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
      writeFileSync(diskPathOf(first), sealed);
      expect((await office.as('officer').get(pathOf(first))).status).to.equal(503);
      expect(await office.entryKinds('baimaoling')).to.deep.equal(before);
    });

    it('put on file by mistake can be taken back; the book keeps what it was', async () => {
      const { body } = await add({ content: png });
      expect((await office.as('supervisor').delete(pathOf(body.id))).status).to.equal(403);
      expect((await office.as('officer').delete(pathOf(body.id))).status).to.equal(204);
      expect((await office.as('officer').get(pathOf(body.id))).status).to.equal(404);
      expect((await office.as('officer').delete(pathOf(body.id))).status).to.equal(404);
      expect(filesIn(office.foundation.dataDir)).to.deep.equal([]);
      const entry = await office.lastEntry('baimaoling');
      expect(entry.kind).to.equal('document_removed');
      expect(entry.facts).to.include({ sha256: sha256(png) });
    });

    it('stays once a body has decided with it on file, and none comes while the prison reviews', async () => {
      const other = await office.prisonerId('BML-20210017');
      application = await forwarded(office, {
        prisonerId: other,
        visitors: [{ ...mother, relationship: 'spouse' }],
      });
      visitorId = application.visitors[0]?.id ?? '';
      expect((await add({ kind: 'police_proof' })).body).to.include({ code: 'wrong_state' });
      await office.as('baimaoling.approver').post(`/api/applications/${application.id}/prison-review`, {
        version: application.version,
        decision: 'ask_supplement',
        reasonCode: 'relationship_not_proved',
        note: '请补充结婚证',
      });
      const [document] = application.documents;
      const refused = await office.as('officer').delete(pathOf(document?.id ?? ''));
      expect(refused.body).to.include({ code: 'document_relied_on' });
      office.clock.advance({ minutes: 1 });
      const added = await add({ kind: 'marriage_certificate' });
      expect(added.status).to.equal(201);
      const shown = await office.as('officer').get(`/api/applications/${application.id}`);
      expect(shown.body.documents.map(({ remove }) => remove.allowed)).to.deep.equal([false, false, true]);
      expect((await office.as('officer').delete(pathOf(added.body.id))).status).to.equal(204);
    });
  });
});

/** Not over HTTP: the fault is put into the foundation that the action gets. */
async function addThrough(office: CaseOffice, applicationId: string, visitorId: string): Promise<Error> {
  const staff = await office.foundation.db('staff').where({ username: 'officer' }).first();
  const principal = {
    kind: 'staff',
    id: staff.id,
    username: 'officer',
    displayName: staff.display_name,
    role: 'district_officer',
    prisonId: null,
  } as const;
  const file = { fileName: 'a.pdf', content: pdf };
  return addDocument(office.foundation, principal, applicationId, {
    visitorId,
    kind: 'id_card',
    validUntil: '',
    file,
  }).then(
    () => new Error('kept'),
    (error: Error) => error,
  );
}
