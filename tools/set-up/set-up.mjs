import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

/** Makes a fresh clone able to run the program; takes a blink when there is nothing to do. Exits with 1 if it cannot. */
export async function setUp() {
  try {
    await ensureDependencies();
    await ensureBuild();
  } catch (error) {
    process.stderr.write(`Set-up failed: ${error.message}\n`);
    process.exit(1);
  }
}
