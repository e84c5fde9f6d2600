import { Refusal } from '../edge/index.ts';
import type { Alarm } from './alarms.ts';
import type { Change, Changed } from './change-visit.ts';
import { nextState } from './next-state.ts';
import type { SystemFacts } from './system-health.ts';
import type { VisitPlan, VisitState } from './visit-state.ts';

/** What is committed of a visit. */
export type Known = { state: VisitState; plan: VisitPlan; version: number };

export type MailboxOptions = {
  known: Known;
  write(change: Change): Promise<Changed>;
  /** What held round the visit when that was last looked at. */
  around(): SystemFacts & { barred: boolean };
  /** Something was put in, and is not written yet. */
  onQueued(): void;
  /** Something was written, or was given up. */
  onSettled(changed: Changed | undefined): void;
  /** Settles when it is time for another try. */
  wait(attempt: number): Promise<void>;
  /** Rings when something should have been written. */
  whenLate(ring: () => void): Alarm;
  report(error: unknown): void;
};

export type SubmitOptions = {
  /** It has happened, so it is tried until it is written; anything else is given up with the first error. */
  insist: boolean;
  /** It will be written later: the database is away or takes long. Called once. */
  onDelayed?: (error: unknown) => void;
};

type Letter = SubmitOptions & {
  change: Change;
  resolve(changed: Changed): void;
  reject(error: unknown): void;
  late?: Alarm;
};

/** A database that hangs refuses nothing; for whoever waits it is away all the same. */
const noAnswer = () => Object.assign(new Error('the database does not answer'), { code: 'ETIMEDOUT' });

/**
 * The changes of one visit, written one after the other in the order in which they happened. While the database is
 * away they wait here; what they will come to is known all the same (`projected`).
 */
export function createMailbox(options: MailboxOptions) {
  const letters: Letter[] = [];
  let { known } = options;
  let delivering = false;
  let settled = Promise.resolve();
  let delayedBy: { error: unknown } | undefined;

  async function deliver(): Promise<void> {
    delivering = true;
    let attempt = 0;
    for (let letter = letters[0]; letter; letter = letters[0]) {
      try {
        const changed = await options.write(letter.change);
        known = { state: changed.state, plan: changed.plan, version: changed.version };
        delayedBy = undefined;
        attempt = 0;
        shift(letter);
        letter.resolve(changed);
        options.onSettled(changed);
      } catch (error) {
        // A refusal is an answer; anything else is a fault that passes.
        if (letter.insist && !(error instanceof Refusal)) {
          attempt += 1;
          if (attempt === 1) options.report(error);
          delay(letter, error);
          await options.wait(attempt);
        } else {
          shift(letter);
          letter.reject(error);
          options.onSettled(undefined);
        }
      }
    }
    delivering = false;
  }

  function delay(letter: Letter, error: unknown): void {
    delayedBy = { error };
    letter.onDelayed?.(error);
    letter.onDelayed = undefined;
  }

  function shift(letter: Letter): void {
    letters.shift();
    letter.late?.cancel();
  }

  return {
    known: (): Known => known,
    isEmpty: () => letters.length === 0,
    /** Settles when everything that was put in so far is written or given up. */
    settled: () => settled,
    /** The state once all that waits is written. */
    projected: (): VisitState =>
      letters.reduce((state, { change }) => {
        if (!('event' in change)) return state;
        return nextState(state, change.event, { plan: known.plan, ...options.around() }).state;
      }, known.state),
    submit(change: Change, submitOptions: SubmitOptions): Promise<Changed> {
      // What need not happen does not queue up behind a database that is away.
      if (delayedBy && !submitOptions.insist) return Promise.reject(delayedBy.error);
      return new Promise((resolve, reject) => {
        const letter: Letter = { ...submitOptions, change, resolve, reject };
        letters.push(letter);
        options.onQueued();
        if (delayedBy) delay(letter, delayedBy.error);
        // Also for a letter that waits behind another.
        else if (letter.onDelayed) letter.late = options.whenLate(() => delay(letter, noAnswer()));
        if (!delivering) settled = deliver();
      });
    },
  };
}
