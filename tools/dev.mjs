import { runProgram, say } from './run.mjs';
import { ensureDependencies } from './set-up/dependencies.mjs';

/** `npm run dev`: the screens with hot reload, on the data of a server started beside it. */
await ensureDependencies();
say(
  'The screens, rebuilt as you type. They talk to http://127.0.0.1:4400: run `npm start` in another terminal.',
);
const { code } = await runProgram('vite', process.argv.slice(2));
process.exitCode = code;
