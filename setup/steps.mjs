/**
 * Numbered steps, a line each with the seconds that it took. On a terminal the line of a long step is rewritten as it
 * goes; elsewhere (a log) what it is doing is written at its start and then every ten seconds.
 * @param {{ total: number, from?: number, quiet?: boolean, output?: NodeJS.WriteStream }} options
 *   `quiet` leaves out steps that had nothing to do.
 */
export function createSteps({ total, from = 1, quiet = false, output = process.stdout }) {
  let number = from - 1;

  /**
   * @param {string} title
   * @param {(report: (doing: string) => void) => Promise<string>} work answers with what was done, or '' for nothing
   */
  async function step(title, work) {
    number += 1;
    const heading = `[${number}/${total}] ${title}`;
    const started = performance.now();
    const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
    let doing = '';
    const show = () => {
      if (!doing) return;
      if (output.isTTY) output.write(`\r\x1b[2K${heading}: ${doing} (${seconds()} s)`);
      else output.write(`${heading}: ${doing} (${seconds()} s)\n`);
    };
    const timer = setInterval(show, output.isTTY ? 500 : 10_000);
    try {
      const done = await work((text) => {
        const first = !doing;
        doing = text;
        if (first) show();
      });
      if (output.isTTY && doing) output.write('\r\x1b[2K');
      if (done || !quiet) output.write(`${heading}: ${done || 'nothing to do'} (${seconds()} s)\n`);
    } catch (error) {
      if (output.isTTY && doing) output.write('\n');
      output.write(`${heading}: failed (${seconds()} s)\n`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  return { step };
}
