import { main } from './main.ts';

// whoever reads our output may stop reading, as `head` does: nothing to crash over
process.stdout.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2), {
  variables: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
