import { bookingsBench } from './bookings.bench.ts';
import { contentionBench } from './contention.bench.ts';
import type { Figure } from './figures.ts';
import { queuesBench } from './queues.bench.ts';

/** Each bench by its name: `npm run bench -- bookings` runs one, `npm run bench` all. */
const benches: Record<string, () => AsyncGenerator<Figure>> = {
  bookings: bookingsBench,
  contention: contentionBench,
  queues: queuesBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for await (const figure of bench()) process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`);
}
process.exit(0);
