import { runProgram, say, secondsSince } from './run.mjs';

/** What was found out the last time is kept beside the packages: a second check takes a tenth of the first one. */
const INCREMENTAL = ['--incremental', '--tsBuildInfoFile', 'node_modules/.types.tsbuildinfo'];

/** Format, lint and import boundaries (Biome) beside types (tsc); prints each one's verdict; resolves to how many failed. */
export async function checkSources() {
  const verdicts = await Promise.all([
    check('format, lint, boundaries', 'biome', ['check', '--colors=off']),
    check('types', 'tsc', ['--noEmit', '--pretty', 'false', ...INCREMENTAL]),
  ]);
  return verdicts.filter((passed) => !passed).length;
}

async function check(title, name, args) {
  const start = performance.now();
  const { code, text } = await runProgram(name, args, { output: 'capture' });
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${title} (${name}, ${secondsSince(start)})`);
  if (code !== 0) say(text.trimEnd());
  return code === 0;
}
