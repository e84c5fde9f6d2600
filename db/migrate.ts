import type { Knex } from 'knex';
import { migrations } from './migrations/index.ts';

const source: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (migration === undefined) throw new Error(`no migration ${name}`);
    return migration;
  },
};

/** Brings the schema to this version. Copies that start together wait for each other. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource: source });
}

/** True when every migration of this version is applied and none of a later one. */
export async function isMigrated(db: Knex): Promise<boolean> {
  const [applied, pending] = await db.migrate.list({ migrationSource: source });
  return pending.length === 0 && applied.length > 0;
}
