/** A set-up that cannot go on until a person does something; says what, in both languages. */
export class PersonMustAct extends Error {
  /**
   * @param {string} english
   * @param {string} chinese
   */
  constructor(english, chinese) {
    super(`${english}\n${chinese}`);
  }
}

/**
 * Does the work; when a person must act, prints what to do instead of a stack, and ends with status 1.
 * @param {() => Promise<void>} work
 */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PersonMustAct)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
