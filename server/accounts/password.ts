import { hash, verify } from '@node-rs/argon2';

// OWASP's parameters for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Checked for a user name that nobody has, so that an answer's time does not tell whether somebody has it. */
const nobodysHash = hashPassword('nobody has this password');

export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), password);
  return matches && passwordHash !== undefined;
}
