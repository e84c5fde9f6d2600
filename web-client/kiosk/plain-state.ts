import type { FamilyApplication } from '../../server/kiosk/schema.ts';

/** How an application stands, as one would tell somebody across the counter. */
export type PlainState =
  | 'district'
  | 'prison'
  | 'papers'
  | 'approved'
  | 'booked'
  | 'over'
  | 'cancelled'
  | 'refused'
  | 'withdrawn';

type Standing = Pick<FamilyApplication, 'state' | 'waitsFor'> & {
  visit: Pick<NonNullable<FamilyApplication['visit']>, 'state'> | null;
};

const ofVisit = { booked: 'booked', attended: 'over', ended: 'over', cancelled: 'cancelled' } as const;

export function plainStateOf({ state, waitsFor, visit }: Standing): PlainState {
  if (waitsFor === 'applicant') return 'papers';
  if (waitsFor !== null) return waitsFor;
  if (state === 'approved') return visit === null ? 'approved' : ofVisit[visit.state];
  return state === 'refused' ? 'refused' : 'withdrawn';
}

/** The family still has something to hand in, and may do so now. */
export function papersAreMissing({
  visitors,
  actions,
}: Pick<FamilyApplication, 'visitors' | 'actions'>): boolean {
  return actions.addDocument.allowed && visitors.some(({ missingDocuments }) => missingDocuments.length > 0);
}
