/** One measured figure, printed as a JSON line. A ratio is taken within one run, against the named reference. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  against?: { name: string; value: number; ratio: number; goal: string };
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no values');
  return middle;
}

/** Milliseconds of each run, after some that do not count. */
export async function timeRuns(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const warmUp = Math.ceil(runs / 5);
  const times: number[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const begun = performance.now();
    await work(run);
    if (run >= warmUp) times.push(performance.now() - begun);
  }
  return times;
}

export const rounded = (value: number) => Number(value.toPrecision(4));
