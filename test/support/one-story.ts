/**
 * Makes the tests of a suite the steps of one story: after one that failed, the rest of this story is left out, and no other
 * suite. (Mocha's own `bail` ends such a suite when anything at all has failed before.)
 */
export function tellAsOneStory(suite: Mocha.Suite): void {
  let broken = false;
  suite.beforeEach(function () {
    if (broken) this.skip();
  });
  suite.afterEach(function () {
    broken ||= this.currentTest?.state === 'failed';
  });
}
