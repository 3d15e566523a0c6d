import { runTestProgram } from './test-program.mjs';

/** `npm run demo:psa [-- vendor]`: a PSA made up on this machine, and a workspace that is connected to it. */
process.exitCode = await runTestProgram('psa', 'demo', process.argv.slice(2));
