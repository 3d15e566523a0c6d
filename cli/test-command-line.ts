import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { DatabasePlace } from '../server/platform/database/database.ts';
import { main } from './main.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type CommandLine = (args: readonly string[], stdin?: string) => Promise<Outcome>;

/** The environment variables that lead a command to this database. */
export function variablesFor(place: DatabasePlace): Record<string, string> {
  return 'url' in place ? { DATABASE_URL: place.url } : { QUARTERDECK_DATA: place.dataFolder };
}

/** Runs commands on a database as `quarterdeck` does, in this process. */
export function commandLine(variables: Record<string, string>): CommandLine {
  return async (args, stdin = '') => {
    const stdout = new PassThrough({ highWaterMark: 2 ** 26 });
    const stderr = new PassThrough({ highWaterMark: 2 ** 26 });
    const code = await main(args, { variables, stdin: Readable.from([stdin]), stdout, stderr });
    stdout.end();
    stderr.end();
    return { code, stdout: await text(stdout), stderr: await text(stderr) };
  };
}
