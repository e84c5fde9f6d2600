import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { TestCounts } from './closing-line.ts';

/** Mocha's own `spec` reporter, which also writes its counts to the file that TEST_COUNTS_FILE names. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_COUNTS_FILE;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts: TestCounts = { passes, failures, pending };
      if (file) writeFileSync(file, JSON.stringify(counts));
    });
  }
}

// The name under which Node's require() hands out a module's only value; mocha loads reporters with require().
export { CountingReporter as 'module.exports' };
