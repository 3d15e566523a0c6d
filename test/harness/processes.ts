import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabasePlace } from '../../server/platform/database/database.ts';
import { cache } from './cache.ts';

/** A process of its own that has a database open (test/harness/programs/use-database.ts). */
export type DatabaseProcess = {
  child: ChildProcess;
  /** Runs a query there; rejects with its error, or when the process ends first. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  migrate(): Promise<unknown>;
  /** Lets it close the database; resolves to its exit code when it has ended. */
  end(): Promise<number | null>;
  /** Ends it as by kill -9; resolves when it is gone. */
  kill(): Promise<void>;
};

/** Starts the process; resolves when it has the database open. */
export async function startProcess(place: DatabasePlace): Promise<DatabaseProcess> {
  const program = path.join(cache, 'programs/use-database.js');
  const child = spawn(process.execPath, [program, JSON.stringify(place)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the process ended with exit code ${await ended}`);
    return JSON.parse(value) as { rows?: Record<string, unknown>[]; error?: string };
  };
  const ask = async (question: object) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { rows, error } = await answer();
    if (!rows) throw new Error(error);
    return rows;
  };
  child.stdin.on('error', () => {});
  await answer();
  return {
    child,
    query: (sql) => ask({ sql }),
    migrate: () => ask({ migrate: true }),
    end() {
      child.stdin.end();
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
