import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { exportFolder } from '../../server/bundle/export/export-folder.ts';
import { importBundle, onlyWorkspace } from '../../server/bundle/import-bundle.ts';
import { openBundle } from '../../server/bundle/source.ts';
import { type DatabasePlace, openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { dataFolderStore } from '../../server/platform/files/data-folder.ts';
import { startCluster } from '../harness/postgres-cluster.ts';
import { writeLargeBundle } from './large-bundle.ts';

/**
 * Imports a large bundle (companies × 60 alignments, 10 contacts, 4 contracts with 2 lines each) into an empty database,
 * imports it once more unchanged, and exports it: rows a second and the most memory this process took.
 *
 *     npm run bench -- bundle [companies] [embedded | server]
 */
const companies = Number(process.argv[2] ?? 10_000);
const engines = process.argv[3] ? [process.argv[3]] : ['server', 'embedded'];

const scratch = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-bench-'));
const bundle = path.join(scratch, 'bundle');
await writeLargeBundle(bundle, companies);
let mostMemory = 0;
const watch = setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
}, 20);
try {
  for (const engine of engines) {
    if (engine === 'embedded') await measure(engine, { dataFolder: path.join(scratch, 'data') });
    else {
      const cluster = await startCluster();
      await measure(engine, { url: cluster.url }).finally(cluster.stop);
    }
  }
} finally {
  clearInterval(watch);
  await rm(scratch, { recursive: true, force: true });
}

async function measure(engine: string, place: DatabasePlace) {
  const database = await openDatabase(place);
  try {
    await migrate(database);
    for (const step of ['import', 'import again']) {
      await timed(`${engine}: ${step}`, async () => {
        const source = await openBundle(bundle);
        const result = await importBundle(database, source).finally(source.close);
        if (!result.ok) throw new Error(JSON.stringify(result.errors.slice(0, 3)));
        return result.files.reduce((sum, file) => sum + file.created + file.updated + file.unchanged, 0);
      });
    }
    await timed(`${engine}: export`, async () => {
      const workspace = (await onlyWorkspace(database))!;
      await exportFolder(
        database,
        workspace,
        dataFolderStore(scratch),
        path.join(scratch, `exported-${engine}`),
      );
      return companies * 79;
    });
  } finally {
    await database.close();
  }
}

async function timed(what: string, work: () => Promise<number>) {
  mostMemory = 0;
  const start = performance.now();
  const rows = await work();
  const seconds = (performance.now() - start) / 1000;
  const memory = Math.round(mostMemory / 1024 ** 2);
  console.log(
    `${what}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${memory} MB`,
  );
}
