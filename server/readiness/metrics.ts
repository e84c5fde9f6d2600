import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Foundation } from '../foundation.ts';
import type { Readiness } from './readiness.ts';

/** Prometheus metrics: the process, what /readyz says, the visits by state, and who is connected. */
export function createMetrics(
  foundation: Foundation,
  look: () => Promise<Readiness>,
  connections: () => number,
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'visits_ready',
    help: '1 where a part that a visit needs is ready',
    labelNames: ['part'],
    registers: [registry],
    async collect() {
      const { checks } = await look();
      for (const [part, check] of Object.entries(checks)) this.set({ part }, check.ok ? 1 : 0);
    },
  });
  new Gauge({
    name: 'visits_by_state',
    help: 'Visits in each state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const rows: { state?: string; visits?: number | string }[] = await foundation
        .db('visits')
        .groupBy('state')
        .select('state')
        .count({ visits: '*' })
        .catch(() => []);
      for (const { state = '', visits } of rows) this.set({ state }, Number(visits));
    },
  });
  new Gauge({
    name: 'visits_connections',
    help: 'Clients of visits that are connected to this process',
    registers: [registry],
    collect() {
      this.set(connections());
    },
  });
  return registry;
}
