import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { buildPrograms } from './build-programs.ts';
import { embeddedTemplate } from './embedded-template.ts';
import { startCluster } from './postgres-cluster.ts';

/** What test/harness/engines.ts copies: a server with a migrated template database, and a migrated data folder. */
export type Templates = { serverUrl: string; template: string; dataFolder: string };

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
  const template = `quarterdeck_template_${process.pid}`;
  const tearDown = async () => {
    await administer(cluster.url, `drop database if exists ${template}`);
    await cluster.stop();
  };
  try {
    const [dataFolder] = await Promise.all([embeddedTemplate(), makeTemplate(cluster.url, template)]);
    project.provide('templates', { serverUrl: cluster.url, template, dataFolder });
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
