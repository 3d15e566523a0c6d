import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The clone's folder, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The JavaScript files behind the development tools' commands: started with this very Node on every platform. */
export const program = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Tells a person what is going on. Always on stderr: stdout belongs to the command that is being run. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a command in the clone and resolves to `{ code, text }`: its exit code (128 + the signal's number when a signal
 * ended it) and, with `output: 'capture'`, what it printed; 'stderr' sends both its streams there. A SIGTERM or SIGINT
 * of ours is passed on and then ends us too.
 */
export function run(command, args, { output = 'inherit', env = {} } = {}) {
  const stdio = { inherit: 'inherit', stderr: ['ignore', 2, 2], capture: ['ignore', 'pipe', 'pipe'] }[output];
  const child = spawn(command, args, {
    cwd: root,
    stdio,
    env: { ...process.env, ...env },
    // npm is a .cmd file on Windows, which only a shell can start
    shell: process.platform === 'win32' && command === 'npm',
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
  }
  let stopped;
  const stop = (signal) => {
    stopped = signal;
    child.kill(signal);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      if (stopped) process.exit(128 + constants.signals[stopped]);
      resolve({ code: code ?? 128 + constants.signals[signal], text });
    });
  });
}

/** Runs one of the development tools with this Node. */
export function runProgram(name, args, options) {
  return run(process.execPath, [program[name], ...args], options);
}

/** Seconds since `start` (from `performance.now()`) with one decimal, for people. */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
