import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, run, runProgram, say } from './run.mjs';
import { setUp } from './set-up/set-up.mjs';

/** `npm run bench -- [name] …`: builds test/bench/<name>.ts (default: main) for Node and runs it beside the built program. */
const [first, ...others] = process.argv.slice(2);
const [name, args] = first && !first.startsWith('-') ? [first, others] : ['main', process.argv.slice(2)];
const folder = path.join(root, 'test', 'bench');
if (!existsSync(path.join(folder, `${name}.ts`))) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  say(`There is no test/bench/${name}.ts; there is: ${names.map((file) => file.slice(0, -3)).join(', ')}.`);
  process.exit(2);
}
await setUp();
const build = [
  'build',
  '-c',
  'vite.server.config.ts',
  '--ssr',
  `test/bench/${name}.ts`,
  '--outDir',
  'dist/bench',
];
const built = await runProgram('vite', [...build, '--logLevel', 'error'], { output: 'stderr' });
if (built.code !== 0) process.exit(built.code);
process.exitCode = (await run(process.execPath, [`dist/bench/${name}.js`, ...args])).code;
