import { expect } from 'chai';
import { type ApplicationFacts, decideApplication } from '../../server/applications/decide-application.ts';
import { cleanFileName } from '../../server/applications/document-file.ts';
import { missingDocumentsOf } from '../../server/applications/missing-documents.ts';
import type { DocumentKind } from '../../server/applications/schema.ts';
import { relationshipCodes, relationships } from '../../server/people/schema.ts';
import { idNumberOf } from '../support/id-numbers.ts';

const adult = { idNumber: idNumberOf('1960-01-01'), relationship: 'parent' } as const;
const minor = { idNumber: idNumberOf('2015-01-01'), relationship: 'child' } as const;
const facts = (changed: Partial<ApplicationFacts>): ApplicationFacts => ({
  kind: 'family_visit',
  category: 'ordinary',
  visitors: [adult],
  maxVisitors: 3,
  today: '2026-11-24',
  ...changed,
});
const codeOf = (changed: Partial<ApplicationFacts>) => decideApplication(facts(changed))?.code;

describe('An application', () => {
  it('of a near relative is accepted', () => {
    expect(codeOf({})).to.equal(undefined);
  });

  it('names no more visitors than the rule allows', () => {
    expect(codeOf({ visitors: [adult, adult, adult] })).to.equal(undefined);
    expect(codeOf({ visitors: [adult, adult, adult, adult] })).to.equal('too_many_visitors');
    expect(codeOf({ visitors: [adult, adult], maxVisitors: 1 })).to.equal('too_many_visitors');
  });

  it('of a minor needs an adult, and the adult is the applicant', () => {
    expect(codeOf({ visitors: [minor] })).to.equal('minor_needs_adult');
    expect(codeOf({ visitors: [minor, adult] })).to.equal('applicant_must_be_adult');
    expect(codeOf({ visitors: [adult, minor] })).to.equal(undefined);
  });

  it('to a foreign national follows a rule of its own', () => {
    expect(codeOf({ category: 'foreign_national' })).to.equal('foreign_national_separate_rule');
  });

  it('of somebody who is not born yet is refused', () => {
    const unborn = { ...adult, idNumber: idNumberOf('2026-11-25') };
    expect(codeOf({ visitors: [unborn] })).to.equal('not_born_yet');
    expect(codeOf({ visitors: [unborn], today: '2026-11-25' })).to.equal('minor_needs_adult');
  });

  it('is open to near relatives and guardians; wider relatives need an exception, by rule 2', () => {
    for (const relationship of relationshipCodes) {
      const refusal = decideApplication(facts({ visitors: [{ ...adult, relationship }] }));
      const { degree } = relationships[relationship];
      const expected = {
        near: undefined,
        guardian: undefined,
        wider: 'relationship_needs_exception',
        other: 'relationship_needs_exception',
        assistant: 'relationship_not_for_kind',
      }[degree];
      expect(refusal?.code, relationship).to.equal(expected);
      if (expected === 'relationship_needs_exception') {
        expect(refusal?.say('zh')).to.include('规则第2项');
        expect(refusal?.say('en')).to.include('rule 2');
      }
    }
  });

  it('for an assistance session may name assistance workers', () => {
    const worker = { ...adult, relationship: 'corrections_worker' } as const;
    expect(codeOf({ kind: 'assistance_session', visitors: [worker, adult] })).to.equal(undefined);
  });
});

describe('The papers of a visitor', () => {
  const missing = (
    visitor: { bornOn?: string; relationship?: 'parent' | 'guardian_person' | 'volunteer' },
    kinds: DocumentKind[],
  ) =>
    missingDocumentsOf(
      { id: 'v', name: '张三', bornOn: '1960-01-01', relationship: 'parent', verified: false, ...visitor },
      kinds.map((kind) => ({ visitor_id: 'v', kind, valid_until: null })),
      '2026-11-24',
    ).map(({ en }) => en);

  it('prove who it is and what the relationship is', () => {
    expect(missing({}, [])).to.have.length(2);
    expect(missing({}, ['id_card'])).to.have.length(1);
    expect(missing({}, ['household_register'])).to.deep.equal(['identity card']);
    expect(missing({}, ['id_card', 'police_proof'])).to.deep.equal([]);
  });

  it('are complete for a minor with the household register alone', () => {
    expect(missing({ bornOn: '2015-01-01' }, ['household_register'])).to.deep.equal([]);
  });

  it('prove guardianship of a guardian and the assignment of a volunteer', () => {
    expect(missing({ relationship: 'guardian_person' }, ['id_card', 'household_register'])).to.have.length(1);
    expect(missing({ relationship: 'guardian_person' }, ['id_card', 'guardianship_proof'])).to.deep.equal([]);
    expect(missing({ relationship: 'volunteer' }, ['id_card', 'assignment_letter'])).to.deep.equal([]);
  });

  it('of another visitor do not count', () => {
    const others = [{ visitor_id: 'other', kind: 'id_card' as const, valid_until: null }];
    const visitor = {
      id: 'v',
      name: '张三',
      bornOn: '1960-01-01',
      relationship: 'parent' as const,
      verified: false,
    };
    expect(missingDocumentsOf(visitor, others, '2026-11-24')).to.have.length(2);
  });
});

describe('The name of a file', () => {
  for (const [sent, kept] of [
    ['身份证 正面.JPG', '身份证 正面.png'],
    ['../../../etc/passwd', 'passwd.png'],
    ['..\\..\\windows\\system.ini', 'system.png'],
    ['/absolute/path/card.jpeg', 'card.png'],
    ['card\u0000.png\u202egpj.exe', 'card.pnggpj.png'],
    ['..', 'id_card.png'],
    ['', 'id_card.png'],
    ['a"; filename="b.html', 'a_; filename=_b.png'],
  ] as const) {
    it(`${JSON.stringify(sent)} is kept as ${JSON.stringify(kept)}`, () => {
      expect(cleanFileName(sent, 'image/png', 'id_card')).to.equal(kept);
    });
  }

  it('is never longer than the database keeps', () => {
    expect(cleanFileName(`${'长'.repeat(5000)}.pdf`, 'application/pdf', 'id_card').length).to.be.below(200);
  });
});
