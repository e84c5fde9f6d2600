import { expect } from 'chai';
import fc from 'fast-check';
import { type ApplicationState, applicationStates } from '../../server/applications/schema.ts';
import { roles } from '../../server/edge/index.ts';
import { type FlowEvent, nextState } from '../../server/reviews/application-flow.ts';
import { decideReview, type Review, type ReviewFacts } from '../../server/reviews/decide-review.ts';
import {
  districtDecisions,
  districtReviewBody,
  prisonDecisions,
  prisonReviewBody,
} from '../../server/reviews/schema.ts';

const reviews: Review[] = [
  ...districtDecisions.map((decision) => ({ by: 'district' as const, decision })),
  ...prisonDecisions.map((decision) => ({ by: 'prison' as const, decision })),
];
const events: FlowEvent[] = [
  ...reviews,
  { by: 'applicant', decision: 'resubmit' },
  { by: 'applicant', decision: 'withdraw' },
];

describe('The way of an application', () => {
  it('never reaches approved without a forward by the district and, last of all, an approval by the prison', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (sequence) => {
        let state: ApplicationState = 'district_review';
        const taken: string[] = [];
        for (const event of sequence) {
          const next = nextState(state, event);
          if (next === undefined) continue;
          taken.push(`${event.by} ${event.decision}`);
          state = next;
          if (state !== 'approved') continue;
          expect(taken.at(-1)).to.equal('prison approve');
          expect(taken).to.include('district forward');
          expect(taken.indexOf('district forward')).to.be.below(taken.indexOf('prison approve'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches every state', () => {
    const reached = new Set<ApplicationState>(['district_review']);
    for (const state of reached) {
      for (const event of events) {
        const next = nextState(state, event);
        if (next !== undefined) reached.add(next);
      }
    }
    expect([...reached].sort()).to.deep.equal([...applicationStates].sort());
  });

  it('lets the district decide only in its review, and the prison only in its own', () => {
    for (const state of applicationStates) {
      for (const review of reviews) {
        const allowed = state === `${review.by}_review`;
        expect(nextState(state, review) !== undefined, `${state} ${review.by}`).to.equal(allowed);
      }
    }
  });

  it('ends with a refusal and with a withdrawal', () => {
    for (const state of ['refused', 'withdrawn'] as const) {
      for (const event of events) expect(nextState(state, event)).to.equal(undefined);
    }
  });

  it('leads from papers that were asked for back to the body that asked', () => {
    const resubmit = { by: 'applicant', decision: 'resubmit' } as const;
    expect(nextState('district_supplement', resubmit)).to.equal('district_review');
    expect(nextState('prison_supplement', resubmit)).to.equal('prison_review');
  });
});

describe('A review', () => {
  const facts: ReviewFacts = {
    state: 'district_review',
    createdBy: 'officer',
    handedInBy: ['receptionist'],
    fourEyesDistrict: true,
    exceptionsProposedBy: [],
    answered: false,
    category: 'ordinary',
    missingDocuments: [],
    suspensions: [],
  };
  const supervisor = { id: 'supervisor', role: 'district_supervisor' } as const;
  const approver = { id: 'approver', role: 'prison_approver' } as const;
  const forward: Review = { by: 'district', decision: 'forward' };

  it('is for two district roles and one prison role; nobody else can decide anything', () => {
    const permitted = roles.flatMap((role) =>
      reviews
        .filter(
          ({ by }) =>
            decideReview({ ...facts, state: `${by}_review` }, { id: 'x', role }, reviewOf(by)) === undefined,
        )
        .map(({ by }) => `${role} ${by}`),
    );
    expect([...new Set(permitted)].sort()).to.deep.equal([
      'district_officer district',
      'district_supervisor district',
      'prison_approver prison',
    ]);
  });

  it('by the district is not for who entered the application or handed in its papers, whatever the role', () => {
    for (const review of reviews.filter(({ by }) => by === 'district')) {
      const self = { id: 'officer', role: 'district_officer' } as const;
      expect(decideReview(facts, self, review)?.code).to.equal('four_eyes');
      expect(decideReview(facts, { ...self, id: 'receptionist' }, review)?.code).to.equal('four_eyes');
      expect(decideReview(facts, { ...self, id: 'another' }, review)).to.equal(undefined);
    }
  });

  it('by the district is for anybody of its roles where the rule does not ask for four eyes', () => {
    const alone = { ...facts, fourEyesDistrict: false };
    const self = { id: 'officer', role: 'district_officer' } as const;
    expect(decideReview(alone, self, forward)).to.equal(undefined);
    expect(decideReview(alone, { ...self, role: 'prison_officer' }, forward)?.code).to.equal('not_permitted');
  });

  it('grants no exception to whoever proposed it, and refuses it to nobody', () => {
    const proposed = { ...facts, state: 'prison_review', exceptionsProposedBy: ['approver'] } as const;
    const approve: Review = { by: 'prison', decision: 'approve' };
    expect(decideReview(proposed, approver, approve)?.code).to.equal('exception_four_eyes');
    expect(decideReview(proposed, { ...approver, id: 'another' }, approve)).to.equal(undefined);
    expect(decideReview(proposed, approver, { by: 'prison', decision: 'refuse' })).to.equal(undefined);
  });

  it('says the state now where it has no place', () => {
    const refusal = decideReview({ ...facts, state: 'withdrawn' }, supervisor, forward);
    expect(refusal).to.deep.include({ code: 'wrong_state', status: 409, facts: { state: 'withdrawn' } });
    expect(refusal?.say('zh')).to.include('已撤回');
    expect(refusal?.say('en')).to.include('Withdrawn');
  });

  it('cannot forward while papers are missing, and says which', () => {
    const missingDocuments = [{ zh: '张三：居民身份证', en: '张三: identity card' }];
    const refusal = decideReview({ ...facts, missingDocuments }, supervisor, forward);
    expect(refusal?.code).to.equal('documents_missing');
    expect(refusal?.say('zh')).to.include('张三：居民身份证');
    expect(
      decideReview({ ...facts, missingDocuments }, supervisor, { ...forward, decision: 'refuse' }),
    ).to.equal(undefined);
  });

  it('grants nothing for a foreign national', () => {
    const foreign = { ...facts, category: 'foreign_national' } as const;
    const approve: Review = { by: 'prison', decision: 'approve' };
    expect(decideReview(foreign, supervisor, forward)?.code).to.equal('foreign_national_separate_rule');
    expect(decideReview({ ...foreign, state: 'prison_review' }, approver, approve)?.code).to.equal(
      'foreign_national_separate_rule',
    );
  });

  it('needs a coded reason of its own body to refuse, and a note where the code says nothing', () => {
    const refuse = { version: 1, decision: 'refuse' };
    expect(districtReviewBody.safeParse(refuse).success).to.equal(false);
    expect(districtReviewBody.safeParse({ ...refuse, reasonCode: 'solitary_confinement' }).success).to.equal(
      false,
    );
    expect(prisonReviewBody.safeParse({ ...refuse, reasonCode: 'solitary_confinement' }).success).to.equal(
      true,
    );
    expect(prisonReviewBody.safeParse({ ...refuse, reasonCode: 'not_resident_here' }).success).to.equal(
      false,
    );
    expect(prisonReviewBody.safeParse({ ...refuse, reasonCode: 'other' }).success).to.equal(false);
    expect(prisonReviewBody.safeParse({ ...refuse, reasonCode: 'other', note: ' ' }).success).to.equal(false);
    expect(prisonReviewBody.safeParse({ ...refuse, reasonCode: 'other', note: '说明' }).success).to.equal(
      true,
    );
  });

  it('asks for papers with a reason and a note that says which', () => {
    const ask = { version: 1, decision: 'ask_supplement', reasonCode: 'documents_incomplete' };
    expect(districtReviewBody.safeParse(ask).success).to.equal(false);
    expect(districtReviewBody.safeParse({ ...ask, note: '请带户口簿' }).success).to.equal(true);
  });
});

const reviewOf = (by: Review['by']): Review =>
  by === 'district' ? { by, decision: 'refuse' } : { by, decision: 'refuse' };
