import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from '../../server/platform/database/database.ts';
import { administer, databaseUrl } from './global-setup.ts';

/**
 * Every database test runs on both engines, each block with a migrated, empty database of its own:
 *
 *     onBothEngines('contracts', (engine) => {
 *       it('keeps a contract', async () => {
 *         await inWorkspace(engine.database, scope, …);
 *       });
 *     });
 *
 * `engine.database` is there inside tests and hooks and shared by the block's tests. A test that needs one of its own
 * calls `await engine.open()`; `await engine.place()` makes one without opening it, for a second opening or for processes
 * (see processes.ts). With 'empty' they are not migrated. All are closed and removed when the block ends.
 */
export type TestEngine = {
  name: Database['engine'];
  readonly database: Database;
  open(content?: Content): Promise<Database>;
  place(content?: Content): Promise<DatabasePlace>;
};

export function onBothEngines(title: string, tests: (engine: TestEngine) => void) {
  for (const name of ['embedded', 'server'] as const) {
    describe(`${title} (${name})`, () => {
      const cleanUp: (() => Promise<void>)[] = [];
      let shared: Database | undefined;
      const engine: TestEngine = {
        name,
        get database() {
          if (!shared) throw new Error('engine.database is there inside tests and hooks only');
          return shared;
        },
        async open(content) {
          const database = await openDatabase(await engine.place(content));
          cleanUp.push(database.close);
          return database;
        },
        async place(content = 'migrated') {
          const { place, remove } = await (name === 'embedded' ? newFolder(content) : newDatabase(content));
          cleanUp.push(remove);
          return place;
        },
      };
      beforeAll(async () => {
        shared = await engine.open();
      });
      afterAll(async () => {
        for (const step of cleanUp.reverse()) await step();
      });
      tests(engine);
    });
  }
}

type Content = 'migrated' | 'empty';
type Made<Place = DatabasePlace> = { place: Place; remove: () => Promise<void> };

/** A temporary data folder for the embedded engine. */
export async function newFolder(content: Content): Promise<Made<{ dataFolder: string }>> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-'));
  cpSync(inject('templates').folders[content], dataFolder, { recursive: true });
  return {
    place: { dataFolder },
    remove: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

let made = 0;

async function newDatabase(content: Content): Promise<Made> {
  const { serverUrl, database } = inject('templates');
  made += 1;
  const name = `quarterdeck_test_${process.pid}_${process.env.VITEST_WORKER_ID}_${made}`;
  await administer(
    serverUrl,
    `create database ${name} template ${content === 'migrated' ? database : 'template0'}`,
  );
  return {
    place: { url: databaseUrl(serverUrl, name) },
    remove: () => administer(serverUrl, `drop database ${name} with (force)`),
  };
}
