import type { ApplicationState } from '../../server/applications/schema.ts';

/** Colour only repeats what the word says. */
export const stateColour: Record<ApplicationState, string> = {
  district_review: 'blue',
  district_supplement: 'gold',
  prison_review: 'blue',
  prison_supplement: 'gold',
  approved: 'green',
  refused: 'red',
  withdrawn: 'default',
};
