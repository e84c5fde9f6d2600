import { stopSharedMariadb } from './databases.ts';

/** Loaded by mocha for every run: nothing that a test started outlives it. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await stopSharedMariadb();
  },
};
