import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './run.mjs';
import { runTestProgram } from './test-program.mjs';

/** `npm run bench -- [name] …`: builds test/bench/<name>.ts (default: main) for Node and runs it beside the built program. */
const [first, ...others] = process.argv.slice(2);
const [name, args] = first && !first.startsWith('-') ? [first, others] : ['main', process.argv.slice(2)];
const folder = path.join(root, 'test', 'bench');
if (!existsSync(path.join(folder, `${name}.ts`))) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  say(`There is no test/bench/${name}.ts; there is: ${names.map((file) => file.slice(0, -3)).join(', ')}.`);
  process.exit(2);
}
process.exitCode = await runTestProgram('bench', name, args);
