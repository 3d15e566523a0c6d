import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import { prepared } from './prepared.ts';

const program = path.resolve('dist/cli/quarterdeck.js');
const readyLine = /^Quarterdeck is ready on (http:\/\/\S+)\r?\n/m;

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A `quarterdeck serve` of the built program, on a port of its own. */
export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  /** Everything that the server has printed so far, both streams. */
  output(): string;
  /** Runs another `quarterdeck` command on the same data, with `stdin` as its input. */
  quarterdeck(args: readonly string[], stdin?: string): Promise<CommandResult>;
  /** Asks the server to end (SIGTERM) and resolves to its exit code; the data folder stays. */
  stop(): Promise<number | null>;
  /** Ends the server without warning (SIGKILL); the data folder stays. */
  kill9(): Promise<void>;
}

export interface ServerOptions {
  /** Start on existing data, to see what a restart finds; otherwise a new, empty folder. */
  readonly dataFolder?: string;
  /** More environment variables, such as DATABASE_URL. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a server and resolves when it accepts requests; fails with its output if it ends, or says nothing of it for 2 minutes. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  if (!existsSync(program)) throw new Error(`${program} is missing: run \`npm run build\` first.`);
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'quarterdeck-e2e-')));
  const env = environmentFor(dataFolder, options);
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let output = '';
  const ready = new Promise<string>((resolve) => {
    const listen = (part: string) => {
      output += part;
      const address = readyLine.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
  });
  const url = await Promise.race([ready, ended, sleep(120_000, 'silent', { ref: false })]);
  if (typeof url !== 'string' || url === 'silent') {
    child.kill('SIGKILL');
    const what = url === 'silent' ? 'was not ready within 2 minutes' : `ended with exit code ${url}`;
    throw new Error(`The server ${what}. It printed:\n${output}`);
  }
  return {
    url,
    dataFolder,
    output: () => output,
    quarterdeck: (args, stdin = '') => runQuarterdeck(args, stdin, env),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill9: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function environmentFor(dataFolder: string, options: ServerOptions): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, QUARTERDECK_PORT: __, QUARTERDECK_HOST: ___, ...outer } = process.env;
  return { ...outer, QUARTERDECK_DATA: dataFolder, ...options.environment };
}

function runQuarterdeck(
  args: readonly string[],
  stdin: string,
  env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: 'pipe' });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  // a command that refuses its arguments ends without reading: that is its result, not an error of ours
  child.stdin.on('error', () => undefined).end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

interface TestServers {
  /** A server with an empty database, for this test alone. */
  freshServer: RunningServer;
}

interface WorkerServers {
  /** A server for all tests of one file or worker that leave each other's data alone. */
  server: RunningServer;
}

/** Playwright's `test` with servers that are started when a test asks for one, and removed with their data. */
export const test = base.extend<TestServers, WorkerServers>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  freshServer: async ({}, use) => {
    await withServer(use);
  },
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      await withServer(use);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** A server on a data folder that is removed with it; by default one with a migrated, empty database. */
export async function withServer(
  use: (server: RunningServer) => Promise<void>,
  dataFolder?: string,
): Promise<void> {
  const server = await startServer({ dataFolder: dataFolder ?? (await migratedFolder()) });
  try {
    await use(server);
  } finally {
    await server.kill9();
    await rm(server.dataFolder, { recursive: true, force: true });
  }
}

/** A new data folder with what a first start leaves in an empty one. */
export async function migratedFolder(): Promise<string> {
  const { dataFolder } = await prepared('migrated', async () => {
    const server = await startServer();
    await server.stop();
    return { dataFolder: server.dataFolder, known: null };
  });
  return dataFolder;
}
