import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkSources } from './check-sources.mjs';
import { root, runProgram, say } from './run.mjs';
import { ensureBuild } from './set-up/build.mjs';
import { ensureDependencies } from './set-up/dependencies.mjs';
import { ensureChromium, ensurePostgres } from './set-up/system.mjs';
import { countPlaywright, countVitest } from './test-totals.mjs';

/**
 * `npm test`: sets up, then runs every check and every test, whatever fails before. At its end it says again
 * what failed and what passed only on a second try, and its last line how many tests passed and failed; a failed check, or a stage that could not run, counts as one failure.
 */
const reports = path.join(root, '.cache', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const stages = [
  ['Set-up', prepare],
  ['Checks', async () => ({ passed: 0, failed: await checkSources() })],
  ['Unit and database tests', runVitest],
  ['Browser tests', runPlaywright],
];
const totals = { passed: 0, failed: 0 };
const failures = [];
const unsteady = [];
for (const [title, stage] of stages) {
  say(`\n── ${title} ──`);
  const result = await stage().catch((error) => {
    say(`Could not run: ${error.message}`);
    return { passed: 0, failed: 1 };
  });
  totals.passed += result.passed;
  totals.failed += result.failed;
  failures.push(...(result.failures ?? []));
  unsteady.push(...(result.unsteady ?? []));
  if (result.failed > 0 && !result.failures?.length) failures.push(title);
}
// again at the end, where somebody who has only the last page of a long log finds it
for (const test of unsteady) process.stdout.write(`\nPASSED ON THE SECOND TRY: ${test.slice(0, 2_000)}\n`);
for (const failure of failures) process.stdout.write(`\nFAILED: ${failure.slice(0, 2_000)}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function prepare() {
  let failed = 0;
  for (const ensure of [ensureDependencies, ensureBuild, ensurePostgres, ensureChromium]) {
    await ensure().catch((error) => {
      say(error.message);
      failed += 1;
    });
  }
  return { passed: 0, failed };
}

async function runVitest() {
  const file = path.join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runProgram('vitest', args);
  return countVitest(readReport(file), code);
}

async function runPlaywright() {
  const file = path.join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runProgram('playwright', ['test', '--reporter=list,json'], { env });
  return countPlaywright(readReport(file), code);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the run ended before it could report
  }
}
