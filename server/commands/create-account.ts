import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createAccount, newAccount } from '../accounts/index.ts';
import { CommandRefused, runOnFoundation } from './run-on-foundation.ts';

const usage =
  'usage: npm run account:create -- --username NAME --display-name NAME --role ROLE [--prison PRISON] < file-with-the-password';

await runOnFoundation(async (foundation) => {
  const options = readOptions();
  const parsed = newAccount.safeParse({
    username: options.username,
    displayName: options['display-name'],
    role: options.role,
    prisonId: options.prison ?? null,
    // From standard input: an argument would be seen by everyone who lists the processes.
    password: (await text(process.stdin)).trim(),
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CommandRefused(`${faults.join('; ')}\n${usage}`);
  }
  if (!(await createAccount(foundation, parsed.data))) {
    throw new CommandRefused(`There is an account ${parsed.data.username} already, or no such prison`);
  }
  return `The account ${parsed.data.username} (${parsed.data.role}) is made.`;
});

function readOptions() {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ options: { username: option, 'display-name': option, role: option, prison: option } })
      .values;
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\n${usage}`);
  }
}
