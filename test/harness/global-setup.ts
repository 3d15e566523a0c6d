import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { buildPrograms } from './build-programs.ts';
import { type EmbeddedTemplates, embeddedTemplates } from './embedded-templates.ts';
import { startCluster } from './postgres-cluster.ts';

/** What test/harness/engines.ts copies: data folders, and a migrated database on the server. */
export type Templates = { serverUrl: string; database: string; folders: EmbeddedTemplates };

declare module 'vitest' {
  export interface ProvidedContext {
    templates: Templates;
  }
}

/** Once per run of the `database` project: PostgreSQL, and a migrated template for each engine. */
export default async function setUp(project: TestProject) {
  await buildPrograms();
  const cluster = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startCluster();
  const database = `quarterdeck_template_${process.pid}`;
  const tearDown = async () => {
    await administer(cluster.url, `drop database if exists ${database}`);
    await cluster.stop();
  };
  try {
    const [folders] = await Promise.all([embeddedTemplates(), makeTemplate(cluster.url, database)]);
    project.provide('templates', { serverUrl: cluster.url, database, folders });
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function makeTemplate(serverUrl: string, name: string) {
  await administer(serverUrl, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const database = await openDatabase({ url: databaseUrl(serverUrl, name) });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/** Runs one statement outside of any transaction, such as `create database`. */
export async function administer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The URL of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
