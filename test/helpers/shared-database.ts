import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { type PostgresCluster, startPostgres } from './postgres-cluster.ts';

/** A server with our tables, and connections to it. */
export interface SharedDatabase {
  readonly cluster: PostgresCluster;
  readonly url: string;
  /** The connections of a tenant; ended with the server. */
  connect(tenant?: string): Database;
  end(): Promise<void>;
}

export async function startSharedDatabase(): Promise<SharedDatabase> {
  const cluster = await startPostgres();
  const { url } = cluster;
  await migrate(url);
  const opened = new Map<string, Database>();
  return {
    cluster,
    url,
    connect(tenant = 'default') {
      const database = opened.get(tenant) ?? openDatabase({ url, tenant, connections: 4 });
      opened.set(tenant, database);
      return database;
    },
    async end() {
      await Promise.all([...opened.values()].map((database) => database.close()));
      await cluster.end();
    },
  };
}
