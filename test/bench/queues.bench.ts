import { setTimeout as wait } from 'node:timers/promises';
import { startTestServer } from '../support/test-server.ts';
import { approvedApplication } from '../support/whole-way.ts';
import { type Figure, median, rounded, timeRuns } from './figures.ts';
import { fillApplications } from './fill.ts';

const few = 1_000;
const many = 100_000;
const goal = '<= 1.3';

/** What a page of a review queue, and the work desk's counts, cost with a thousand applications and with a hundred thousand. */
export async function* queuesBench(): AsyncGenerator<Figure> {
  const queues = [
    '/api/applications?state=district_review',
    '/api/applications?state=prison_review&prisonId=baimaoling',
    '/api/applications?state=approved&unanswered=true',
    '/api/desk',
  ];
  const withFew = await pagesWith(few, queues);
  const withMany = await pagesWith(many, queues);
  for (const [n, queue] of queues.entries()) {
    const [value = 0, reference = 0] = [withMany[n], withFew[n]];
    yield {
      name: `${queue} with ${many} applications`,
      value: rounded(value),
      unit: 'ms',
      against: { name: `with ${few}`, value: rounded(reference), ratio: rounded(value / reference), goal },
    };
  }
}

async function pagesWith(count: number, queues: readonly string[]): Promise<number[]> {
  const server = await startTestServer();
  try {
    const application = await approvedApplication(server);
    await fillApplications(server.running.foundation.db, count, application);
    // The embedded database has held this process for a while: let it notice the connections that timed out meanwhile.
    await wait(1000);
    const supervisor = await server.signedIn('supervisor');
    const medians: number[] = [];
    for (const queue of queues) {
      const times = await timeRuns(50, () => supervisor.request('GET', queue));
      medians.push(median(times));
    }
    return medians;
  } finally {
    await server.close();
  }
}
