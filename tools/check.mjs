import { checkSources } from './check-sources.mjs';
import { runProgram } from './run.mjs';
import { ensureDependencies } from './set-up/dependencies.mjs';

/** `npm run check`: what is worth knowing before every commit, in seconds. */
await ensureDependencies();
const failed = await checkSources();
const { code } = await runProgram('vitest', ['run', '--project', 'unit']);
process.exitCode = failed || code ? 1 : 0;
