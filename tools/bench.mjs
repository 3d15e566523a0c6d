import { run, runProgram } from './run.mjs';
import { ensureBuild } from './set-up/build.mjs';
import { ensureDependencies } from './set-up/dependencies.mjs';

/** `npm run bench -- …`: builds test/bench/main.ts for Node and runs it on the built program. */
await ensureDependencies();
await ensureBuild();
const built = await runProgram(
  'vite',
  [
    'build',
    '-c',
    'vite.server.config.ts',
    '--ssr',
    'test/bench/main.ts',
    '--outDir',
    'dist/bench',
    '--logLevel',
    'error',
  ],
  { output: 'stderr' },
);
if (built.code !== 0) process.exit(built.code);
const { code } = await run(process.execPath, ['dist/bench/main.js', ...process.argv.slice(2)]);
process.exitCode = code;
