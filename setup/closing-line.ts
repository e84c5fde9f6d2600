/** A check that ran: its heading, and its exit status. */
export interface CheckResult {
  heading: string;
  status: number;
}

/** What mocha counted itself. */
export interface TestCounts {
  passes: number;
  failures: number;
  pending: number;
}

/**
 * The end of `npm test`, closing with a line `N passed, N failed` alone. The numbers are mocha's; a type check or a lint
 * that failed, and a test run that broke off, count as one failure each, so that the line never looks better than the
 * exit status.
 */
export function closingLine(
  checks: CheckResult[],
  tests: CheckResult,
  counts: TestCounts | undefined,
): string {
  const lines = checks.filter(({ status }) => status !== 0).map(({ heading }) => `failed: ${heading}`);
  let failed = lines.length + (counts?.failures ?? 0);
  if (tests.status !== 0 && !counts?.failures) {
    lines.push(`failed: ${tests.heading} (broke off with status ${tests.status})`);
    failed += 1;
  }
  if (counts?.pending) lines.push(`${counts.pending} skipped`);
  lines.push(`${counts?.passes ?? 0} passed, ${failed} failed`);
  return lines.join('\n');
}
