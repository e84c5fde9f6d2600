import { expect } from 'chai';
import type { ApplicationRules } from '../../server/applications/application-rules.ts';
import { warningsOf } from '../../server/applications/application-warnings.ts';
import { type ApplicationFacts, decideApplication } from '../../server/applications/decide-application.ts';
import { cleanFileName } from '../../server/applications/document-file.ts';
import { missingDocumentsOf, missingUrgencyProof } from '../../server/applications/missing-documents.ts';
import type { DocumentKind } from '../../server/applications/schema.ts';
import { type RelationshipCode, relationshipCodes, relationships } from '../../server/people/schema.ts';

const today = '2026-11-24';
const adult = {
  idNumberMasked: '310***********1X',
  bornOn: '1960-01-01',
  relationship: 'parent',
  exceptionAsked: false,
} as const;
const minor = { ...adult, bornOn: '2015-01-01', relationship: 'child' } as const;
const worker = { ...adult, relationship: 'corrections_worker' } as const;

const defaults: ApplicationRules = {
  maxVisitors: 3,
  countedFromAge: 0,
  allowedDegrees: ['near', 'guardian'],
  widerByException: true,
  otherBeneficialAllowed: false,
  categoryRelationships: relationshipCodes,
  categoryEnforced: false,
  residenceRequired: true,
  allowedLanguages: ['mandarin', 'shanghainese', 'chongming_dialect'],
};

const facts = (changed: Partial<ApplicationFacts>): ApplicationFacts => ({
  kind: 'family_visit',
  category: 'ordinary',
  residence: 'household',
  language: 'mandarin',
  interpreter: '',
  visitors: [adult],
  today,
  ...changed,
});
const decided = (changed: Partial<ApplicationFacts>, rules: Partial<ApplicationRules> = {}) =>
  decideApplication(facts(changed), { ...defaults, ...rules });
const codeOf = (...asked: Parameters<typeof decided>) => decided(...asked)?.code;
const warned = (changed: Partial<ApplicationFacts>, rules: Partial<ApplicationRules> = {}) =>
  warningsOf(facts(changed), { ...defaults, ...rules }, { relationshipEnded: false });

describe('An application', () => {
  it('of a near relative is accepted, and nothing is to be looked at twice', () => {
    expect(codeOf({})).to.equal(undefined);
    expect(warned({})).to.deep.equal([]);
  });

  it('names no more visitors than the rule allows', () => {
    expect(codeOf({ visitors: [adult, adult, adult] })).to.equal(undefined);
    expect(codeOf({ visitors: [adult, adult, adult, adult] })).to.equal('too_many_visitors');
    expect(codeOf({ visitors: [adult, adult] }, { maxVisitors: 1 })).to.equal('too_many_visitors');
  });

  it('counts visitors from the age of the rule on', () => {
    const four = { visitors: [adult, adult, adult, minor] };
    expect(codeOf(four, { countedFromAge: 11 })).to.equal('too_many_visitors');
    expect(codeOf(four, { countedFromAge: 12 })).to.equal(undefined);
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
    const unborn = { ...adult, bornOn: '2026-11-25' };
    expect(codeOf({ visitors: [unborn] })).to.equal('not_born_yet');
    expect(codeOf({ visitors: [unborn], today: '2026-11-25' })).to.equal('minor_needs_adult');
  });

  it('is open to near relatives and guardians; others are refused by rule 1b or 2, with the way out', () => {
    for (const relationship of relationshipCodes) {
      const refusal = decided({ visitors: [{ ...adult, relationship }] });
      const expected = {
        near: undefined,
        guardian: undefined,
        wider: 'relationship_needs_exception',
        other: 'other_beneficial_not_allowed',
        assistant: 'relationship_not_for_kind',
      }[relationships[relationship].degree];
      expect(refusal?.code, relationship).to.equal(expected);
      if (expected !== undefined) {
        expect(refusal?.say('zh')).to.match(/规则第(1b|2)项/);
        expect(refusal?.say('en')).to.match(/rule (1b|2)/);
      }
    }
  });

  it('of a wider relative is accepted with a reason for the exception, which the reviewers are shown', () => {
    const cousin = { ...adult, relationship: 'cousin', exceptionAsked: true } as const;
    expect(codeOf({ visitors: [cousin] })).to.equal(undefined);
    expect(warned({ visitors: [cousin] })).to.deep.equal(['exception_asked_for']);
    expect(codeOf({ visitors: [cousin] }, { widerByException: false })).to.equal('relationship_not_allowed');
    expect(
      codeOf({ visitors: [{ ...cousin, exceptionAsked: false }] }, { allowedDegrees: ['wider'] }),
    ).to.equal(undefined);
    expect(codeOf({}, { allowedDegrees: ['wider'] })).to.equal('relationship_not_allowed');
  });

  it('of another person who helps is accepted with a reason once the rule allows it', () => {
    const teacher = { ...adult, relationship: 'other_beneficial', exceptionAsked: false } as const;
    const allowed = { otherBeneficialAllowed: true };
    expect(codeOf({ visitors: [teacher] }, allowed)).to.equal('relationship_needs_exception');
    expect(codeOf({ visitors: [{ ...teacher, exceptionAsked: true }] }, allowed)).to.equal(undefined);
  });

  it('warns of relatives whom the category does not see, and refuses once the rule is enforced', () => {
    const narrow = { categoryRelationships: ['parent'] } as const;
    const sibling = { ...adult, relationship: 'sibling' } as const;
    expect(codeOf({ visitors: [adult, sibling] }, narrow)).to.equal(undefined);
    expect(warned({ visitors: [adult, sibling] }, narrow)).to.deep.equal(['category_restricts_visitors']);
    const enforced = { ...narrow, categoryEnforced: true };
    expect(codeOf({ visitors: [adult, sibling] }, enforced)).to.equal('category_bars_relationship');
    expect(decided({ visitors: [adult, sibling] }, enforced)?.say('zh'))
      .to.include('规则第2c项')
      .and.include('第 2 名');
    expect(codeOf({ visitors: [adult] }, enforced)).to.equal(undefined);
    expect(codeOf({ kind: 'assistance_session', visitors: [worker] }, enforced)).to.equal(undefined);
  });

  it('is taken where the applicant lives or is registered; elsewhere it is told where to go', () => {
    expect(codeOf({ residence: 'residence' })).to.equal(undefined);
    expect(decided({ residence: 'elsewhere' })?.say('zh'))
      .to.include('司法所')
      .and.include('规则第3项');
    expect(warned({ residence: 'not_stated' })).to.deep.equal(['residence_not_stated']);
    const anywhere = { residenceRequired: false };
    expect(codeOf({ residence: 'elsewhere' }, anywhere)).to.equal(undefined);
    expect(warned({ residence: 'not_stated' }, anywhere)).to.deep.equal([]);
    expect(codeOf({ kind: 'assistance_session', visitors: [worker], residence: 'elsewhere' })).to.equal(
      undefined,
    );
  });

  it('in another language than the rule allows needs an interpreter', () => {
    expect(codeOf({ language: 'sign_language' })).to.equal('interpreter_needed');
    expect(codeOf({ language: 'sign_language', interpreter: '周老师' })).to.equal(undefined);
    expect(warned({ language: 'sign_language', interpreter: '周老师' })).to.deep.equal([
      'interpreter_needed',
    ]);
    expect(codeOf({ language: 'sign_language' }, { allowedLanguages: ['sign_language'] })).to.equal(
      undefined,
    );
  });

  it('for an assistance session names an assistance worker, and relatives beside', () => {
    const session = { kind: 'assistance_session' } as const;
    expect(codeOf({ ...session, visitors: [worker, adult] })).to.equal(undefined);
    expect(codeOf({ ...session, visitors: [adult] })).to.equal('assistance_needs_worker');
    expect(codeOf({ ...session, visitors: [worker, { ...adult, relationship: 'cousin' }] })).to.equal(
      'relationship_needs_exception',
    );
  });
});

describe('The papers of a visitor', () => {
  const missing = (
    visitor: { bornOn?: string; relationship?: RelationshipCode; verified?: boolean },
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

  it('of whoever comes for an organisation that is guardian prove the guardianship and the authorisation', () => {
    const relationship = 'guardian_organisation';
    expect(missing({ relationship }, ['id_card', 'guardianship_proof'])).to.deep.equal([
      'letter of assignment or authorisation',
    ]);
    expect(missing({ relationship }, ['id_card', 'guardianship_proof', 'assignment_letter'])).to.deep.equal(
      [],
    );
  });

  it('are the identity card alone once the relationship is verified, of a minor the household register', () => {
    const [only, ...others] = missing({ verified: true }, []);
    expect(only).to.include('identity card').and.include('verified');
    expect(others).to.deep.equal([]);
    expect(missing({ verified: true }, ['id_card'])).to.deep.equal([]);
    expect(missing({ verified: true, bornOn: '2015-01-01' }, ['household_register'])).to.deep.equal([]);
  });

  it('prove nobody’s identity after their last day', () => {
    const card = (valid_until: string) => [{ visitor_id: 'v', kind: 'id_card' as const, valid_until }];
    const visitor = {
      id: 'v',
      name: '张三',
      bornOn: '1960-01-01',
      relationship: 'parent' as const,
      verified: true,
    };
    expect(missingDocumentsOf(visitor, card('2026-11-24'), today)).to.deep.equal([]);
    expect(missingDocumentsOf(visitor, card('2026-11-23'), today)).to.have.length(1);
  });

  it('of an urgent application are complete with its proof', () => {
    expect(missingUrgencyProof('none', [])).to.deep.equal([]);
    expect(missingUrgencyProof('bereavement', [{ kind: 'hospital_certificate' }])).to.have.length(1);
    expect(missingUrgencyProof('bereavement', [{ kind: 'death_certificate' }])).to.deep.equal([]);
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
