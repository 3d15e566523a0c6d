import { run, runProgram } from './run.mjs';
import { setUp } from './set-up/set-up.mjs';

/**
 * Builds `test/<folder>/<name>.ts` for Node and runs it beside the built program; resolves to its exit code. Node 20 does
 * not run TypeScript by itself.
 */
export async function runTestProgram(folder, name, args) {
  await setUp();
  const entry = `test/${folder}/${name}.ts`;
  const build = ['build', '-c', 'vite.server.config.ts', '--ssr', entry, '--outDir', `dist/${folder}`];
  const built = await runProgram('vite', [...build, '--logLevel', 'error'], { output: 'stderr' });
  if (built.code !== 0) return built.code;
  return (await run(process.execPath, [`dist/${folder}/${name}.js`, ...args])).code;
}
