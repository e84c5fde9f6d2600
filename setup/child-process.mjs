import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The status that a shell reports: the exit code, or 128 and the signal's number. */
function exitStatus(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/**
 * Runs a program with our input and output, passes our signals on to it, and answers with its exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function runInView(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    const passOn = (signal) => {
      // Ctrl-C in a terminal reaches the child by itself; a second one would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of endingSignals) process.on(signal, passOn);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of endingSignals) process.off(name, passOn);
      resolve(exitStatus(code, signal));
    });
  });
}

/**
 * Runs a tool quietly to its end; rejects with what it printed when it fails. When we are told to end, it ends with us:
 * an `npm ci` that went on in the background would get in the way of the next.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
export function runQuietly(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const endBoth = (signal) => {
      // npm takes the gentler signals and goes on; what it leaves half done, the next start does over.
      child.kill('SIGKILL');
      process.exit(exitStatus(null, signal));
    };
    for (const signal of endingSignals) process.once(signal, endBoth);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of endingSignals) process.off(name, endBoth);
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${command} ${args.join(' ')} ended with status ${exitStatus(code, signal)}:\n${output}`),
        );
    });
  });
}
