import type { ApplicationState } from '../../server/applications/schema.ts';

/** Colour only repeats what the word says. */
export const stateColour: Record<ApplicationState, string> = {
  district_review: 'processing',
  district_supplement: 'warning',
  prison_review: 'processing',
  prison_supplement: 'warning',
  approved: 'success',
  refused: 'error',
  withdrawn: 'default',
};
