import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { cache, root } from './cache.ts';

/**
 * Builds what tests start as threads and processes of their own, since Node 20 does not run TypeScript: the embedded
 * engine's worker and the programs of test/harness/programs, laid out as the built server is. Files are replaced at once and only when they differ, so that several test runs may share them.
 */
export async function buildPrograms() {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          'server/embedded-worker': path.join(root, 'server/platform/database/embedded-worker.ts'),
          'programs/run-jobs': path.join(root, 'test/harness/programs/run-jobs.ts'),
          'programs/run-syncs': path.join(root, 'test/harness/programs/run-syncs.ts'),
          'programs/serve-uploads': path.join(root, 'test/harness/programs/serve-uploads.ts'),
          'programs/use-database': path.join(root, 'test/harness/programs/use-database.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' },
      },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('expected one build');
  for (const file of built.output) {
    replace(path.join(cache, file.fileName), file.type === 'chunk' ? file.code : file.source);
  }
}

function replace(file: string, content: string | Uint8Array) {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
