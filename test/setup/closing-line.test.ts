import { expect } from 'chai';
import { closingLine } from '../../setup/closing-line.ts';

const ok = (heading: string) => ({ heading, status: 0 });
const bad = (heading: string) => ({ heading, status: 2 });
const lastLine = (text: string): string | undefined => text.split('\n').at(-1);

describe('The closing line of npm test', () => {
  it('has the numbers of mocha, alone on the last line', () => {
    const text = closingLine([ok('Types'), ok('Lint')], ok('Tests'), { passes: 12, failures: 0, pending: 1 });
    expect(text).to.equal('1 skipped\n12 passed, 0 failed');
    const failing = closingLine([ok('Types')], bad('Tests'), { passes: 10, failures: 2, pending: 0 });
    expect(failing).to.equal('10 passed, 2 failed');
  });

  it('counts a failed type check or lint as a failure and names it', () => {
    const text = closingLine([bad('Types'), bad('Lint')], ok('Tests'), {
      passes: 12,
      failures: 0,
      pending: 0,
    });
    expect(text).to.equal('failed: Types\nfailed: Lint\n12 passed, 2 failed');
  });

  it('counts a test run that broke off as a failure', () => {
    expect(lastLine(closingLine([], bad('Tests'), undefined))).to.equal('0 passed, 1 failed');
    const late = closingLine([], bad('Tests'), { passes: 3, failures: 0, pending: 0 });
    expect(lastLine(late)).to.equal('3 passed, 1 failed');
  });
});
