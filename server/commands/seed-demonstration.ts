import { demonstrationPassword } from '../../db/demonstration/people.ts';
import { seedDemonstration } from '../demonstration/index.ts';
import { CommandRefused, runOnFoundation } from './run-on-foundation.ts';

await runOnFoundation(async (foundation) => {
  if (!(await seedDemonstration(foundation))) {
    throw new CommandRefused(
      'The demonstration goes into an empty database only; this one has prisons or accounts.',
    );
  }
  return `The demonstration is in the database. Its accounts have the password ${demonstrationPassword}.`;
});
